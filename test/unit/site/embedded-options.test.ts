import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/model/index.ts';
import { type EmbeddedOptions, placementOf } from '../../../src/site/integration/embedded-options.ts';

const folder = mkdtempSync(join(tmpdir(), '站点 #1 100% '));
writeFileSync(join(folder, '布局.astro'), '<slot />');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const site = { root: pathToFileURL(`${folder}/`), base: '/', trailingSlash: 'ignore' as const };

function hintFor(options: object, settings = {}): string {
	try {
		placementOf(options as EmbeddedOptions, { ...site, ...settings });
	} catch (error) {
		if (error instanceof UserError) return `${error.code}: ${error.message} ${error.hint}`;
		throw error;
	}
	return '';
}

describe('the place of a knowledge base in an Astro site', () => {
	it('is /kb in the root, unless said otherwise', () => {
		expect(placementOf({}, site)).toEqual({
			prefix: '/kb',
			base: '/kb/',
			dir: folder,
			appearance: 'light',
		});
	});

	it.each([
		['kb', '/', '/kb', '/kb/'],
		['/ops/kb/', '/site', '/ops/kb', '/site/ops/kb/'],
		['/kb', '/site/', '/kb', '/site/kb/'],
	])('takes %s below %s', (prefix, base, written, whole) => {
		expect(placementOf({ prefix }, { ...site, base })).toMatchObject({ prefix: written, base: whole });
	});

	it('finds folder and layout from the root, whatever characters are in the path', () => {
		expect(placementOf({ dir: './知识 库 #2', layout: './布局.astro' }, site)).toMatchObject({
			dir: join(folder, '知识 库 #2'),
			layout: join(folder, '布局.astro'),
		});
		expect(placementOf({ dir: '/srv/kb' }, site).dir).toBe('/srv/kb');
	});

	it.each(['/', '', '/知识库', '/../kb', '/kb/[id]', '/kb?x', '/.kb', '/kb//x'])(
		'refuses the prefix “%s”',
		(prefix) => {
			expect(hintFor({ prefix })).toContain('option-not-allowed: mainstay(): prefix must be a path');
		},
	);

	it('says what is wrong with options and settings', () => {
		expect(hintFor({ layout: './Kb.astro' })).toContain(`not there: ${join(folder, 'Kb.astro')}`);
		expect(hintFor({ layout: './布局.vue' })).toContain('must be an .astro file');
		expect(hintFor({ appearance: 'black' })).toContain('light, dark or system');
		expect(hintFor({ prefx: '/kb' })).toContain('There are: prefix, dir');
		expect(hintFor({}, { trailingSlash: 'never' })).toContain("trailingSlash to 'ignore' or 'always'");
	});
});
