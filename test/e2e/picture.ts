import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFolder } from '../../scripts/static-server.ts';
import { openProject } from '../../src/compiler/index.ts';
import { buildSite } from '../../src/site/build.ts';
import { openBrowser } from './browser.ts';

/**
 * `npm run picture`: takes the README's picture from the real site. Needs a browser and a Chinese
 * font (Debian: fonts-noto-cjk); the picture is committed, so nobody else needs them.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TARGET = join(ROOT, 'docs/images/site.png');

const folder = await mkdtemp(join(tmpdir(), 'mainstay-picture-'));
const out = join(folder, 'dist');
const result = await buildSite(await openProject(ROOT), { out, base: '/', asOf: '2026-11-22', locale: 'en' });
if (!result.published) throw new Error('The documents have errors: run npm run check.');
const server = await serveFolder(out, { port: 0, host: '127.0.0.1' });
const browser = await openBrowser();
try {
	const page = await browser.newPage({ viewport: { width: 1440, height: 1080 } });
	await page.goto(new URL('d/PR-O2C-0001/', server.url).href, { waitUntil: 'load' });
	await mkdir(dirname(TARGET), { recursive: true });
	await page.screenshot({ path: TARGET });
	console.log(TARGET);
} finally {
	await browser.close();
	await server.close();
	await rm(folder, { recursive: true, force: true });
}
