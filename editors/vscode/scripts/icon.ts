import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../../../test/e2e/browser.ts';

/** `npm run icon`: draws images/icon.png from the mark of the site. Needs the repository's own `npm ci`. */
const SIZE = 128;

const mark = await readFile(new URL('../../../src/site/assets/mark.svg', import.meta.url), 'utf8');
const browser = await openBrowser();
try {
	const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
	await page.setContent(`<style>body{margin:0}svg{display:block;width:${SIZE}px}</style>${mark}`);
	const path = fileURLToPath(new URL('../images/icon.png', import.meta.url));
	await page.screenshot({ path, omitBackground: true });
} finally {
	await browser.close();
}
