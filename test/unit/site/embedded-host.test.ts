import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { SiteModel } from '../../../src/model/index.ts';
import { checkHost, checkMdx } from '../../../src/site/integration/embedded-host.ts';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder in which that version of Astro is installed. */
function siteWith(version?: string): URL {
	const folder = mkdtempSync(join(tmpdir(), 'mainstay 站点 '));
	folders.push(folder);
	if (version !== undefined) {
		mkdirSync(join(folder, 'node_modules/astro'), { recursive: true });
		writeFileSync(join(folder, 'node_modules/astro/package.json'), JSON.stringify({ version }));
	}
	return pathToFileURL(`${folder}/`);
}

const named = (...names: string[]) => names.map((name) => ({ name, hooks: {} }));

describe('an Astro site', () => {
	it('may be of any Astro 7, and of one that cannot be asked', () => {
		for (const version of ['7.0.0', '7.3.5', undefined]) {
			expect(() =>
				checkHost({ root: siteWith(version), integrations: named('mainstay', 'x') }),
			).not.toThrow();
		}
	});

	it('is refused with the versions of both', () => {
		expect(() => checkHost({ root: siteWith('6.4.8'), integrations: named('mainstay') })).toThrow(
			'goes with Astro 7; this site has 6.4.8',
		);
		expect(() => checkHost({ root: siteWith('8.0.0'), integrations: named('mainstay') })).toThrow('8.0.0');
	});

	it('holds one knowledge base', () => {
		expect(() => checkHost({ root: siteWith(), integrations: named('mainstay', 'mainstay') })).toThrow(
			'twice',
		);
	});

	it('needs its MDX integration for trusted MDX, and for nothing else', () => {
		const model = (trustedMdx?: string) => ({ pages: [{ key: 'a', trustedMdx }] }) as unknown as SiteModel;
		expect(() => checkMdx(model('/kb/a.mdx'), { integrations: named('mainstay') })).toThrow('/kb/a.mdx');
		expect(() => checkMdx(model('/kb/a.mdx'), { integrations: named('@astrojs/mdx') })).not.toThrow();
		expect(() => checkMdx(model(), { integrations: named('mainstay') })).not.toThrow();
	});
});
