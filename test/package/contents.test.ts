import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, inject, it } from 'vitest';
import { isOwn, moduleNames, packageOf } from './imports.ts';

const stranger = inject('stranger');
const installed = join(stranger.projects.npm, 'node_modules/mainstay');
const files = new Set(stranger.files);
const code = stranger.files.filter((path) => /\.(?:js|mjs|astro|d\.ts)$/.test(path));
const textOf = (path: string): string => readFileSync(join(installed, path), 'utf8');
const manifest = JSON.parse(textOf('package.json')) as {
	exports: Record<string, string | { types: string; default: string }>;
	dependencies: Record<string, string>;
};

describe('the package', () => {
	it('takes no more than 5 MB', () => {
		expect(stranger.unpackedSize).toBeLessThanOrEqual(5 * 1024 * 1024);
	});

	it('holds what is needed to run it and nothing else', () => {
		const allowed =
			/^(?:lib\/(?:src|scripts|schemas|chunks)\/|lib\/fingerprint\.txt$|schemas\/json\/[\w-]+\.schema\.json$|scripts\/mainstay\.mjs$|(?:README(?:\.zh-CN)?|CHANGELOG)\.md$|LICENSE$|package\.json$)/;
		expect(stranger.files.filter((path) => !allowed.test(path))).toEqual([]);
		const needless =
			/\.(?:map|tsbuildinfo|test\.js)$|(?<!\.d)\.ts$|^lib\/(?:scripts\/(?:generate\/index|package\/)|.*\bfixtures?\/)/;
		expect(stranger.files.filter((path) => needless.test(path))).toEqual([]);
	});

	it('holds everything that its code imports', () => {
		const missing = code.flatMap((path) =>
			moduleNames(path, textOf(path))
				.filter(isOwn)
				.map((each) => posix.join(posix.dirname(path), each.replace(/\?.*/, '')))
				.map((each) => (path.endsWith('.d.ts') ? each.replace(/\.js$/, '.d.ts') : each))
				.filter((each) => !files.has(each))
				.map((each) => `${path} → ${each}`),
		);
		expect(missing).toEqual([]);
	});

	it('declares exactly the packages that its code imports', () => {
		const used = new Set(code.flatMap((path) => moduleNames(path, textOf(path)).flatMap(packageOf)));
		for (const path of stranger.files.filter((each) => each.endsWith('.css'))) {
			for (const [, name = ''] of textOf(path).matchAll(/url\("(@[\w-]+\/[\w-]+)\//g)) used.add(name);
		}
		expect([...used].sort()).toEqual(Object.keys(manifest.dependencies).sort());
	});

	it('has no declaration beside a page, which Astro would take for a page', () => {
		expect(stranger.files.filter((path) => /^lib\/src\/site\/pages\/.*\.d\.ts$/.test(path))).toEqual([]);
	});

	it('offers what its exports name, to the mind of publint too', async () => {
		const targets = Object.values(manifest.exports).flatMap((each) =>
			typeof each === 'string' ? [each] : [each.types, each.default],
		);
		expect(targets.filter((each) => !each.includes('*') && !files.has(each.slice(2)))).toEqual([]);
		const { messages, pkg } = await publint({ pkgDir: installed, strict: true, pack: false });
		expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
	});

	it('offers the JSON Schemas by name', () => {
		const resolve = (name: string): string =>
			import.meta.resolve(name, `file://${encodeURI(join(stranger.projects.npm, 'x.js'))}`);
		expect(resolve('mainstay/schemas/runbook.schema.json')).toMatch(/schemas\/json\/runbook\.schema\.json$/);
	});
});
