import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { labels } from '../../../schemas/index.ts';
import { openEditor } from './fake/editor.ts';

const HERE = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, HERE), 'utf8');
const json = (path: string): Record<string, string> => JSON.parse(read(path)) as Record<string, string>;
const manifest = JSON.parse(read('package.json')) as {
	engines: { vscode: string };
	devDependencies: Record<string, string>;
	contributes: {
		commands: { command: string }[];
		snippets: { path: string }[];
		yamlValidation: { url: string }[];
		configuration: { properties: Record<string, unknown> };
	};
};

const sources = readdirSync(new URL('src', HERE), { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts'))
	.map((name) => read(`src/${name.replaceAll('\\', '/')}`))
	.join('\n');

/** What the code says to people, as it stands in `l10n.t('…')`. */
const spoken = [...sources.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text ?? '');

const TRADITIONAL_ONLY = /[這們來時會對發開關動進過還說問題庫單據帳數個頁編輯務]/;
const SIMPLIFIED_ONLY = /[这们来时会对发开关动进过还说问题库单据账数个页编辑务]/;

describe('the words of the extension', () => {
	it('are all there in Chinese, and no others', () => {
		assert.ok(spoken.length > 30);
		for (const name of ['zh-cn', 'zh-tw'])
			assert.deepEqual(
				Object.keys(json(`l10n/bundle.l10n.${name}.json`)).sort(),
				[...new Set(spoken)].sort(),
				name,
			);
	});

	it('keep their places', () => {
		for (const name of ['zh-cn', 'zh-tw']) {
			for (const [text, translated] of Object.entries(json(`l10n/bundle.l10n.${name}.json`))) {
				const places = (each: string): string[] => (each.match(/\{\d\}/g) ?? []).sort();
				assert.deepEqual(places(translated), places(text), text);
			}
		}
	});

	it('of the manifest exist in all languages, and are used', () => {
		const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '').sort();
		for (const name of ['package.nls.json', 'package.nls.zh-cn.json', 'package.nls.zh-tw.json'])
			assert.deepEqual(Object.keys(json(name)).sort(), [...new Set(used)], name);
	});

	it('are simplified there, traditional here', () => {
		for (const start of ['package.nls', 'l10n/bundle.l10n']) {
			assert.doesNotMatch(Object.values(json(`${start}.zh-cn.json`)).join(''), TRADITIONAL_ONLY);
			assert.doesNotMatch(Object.values(json(`${start}.zh-tw.json`)).join(''), SIMPLIFIED_ONLY);
		}
	});

	it('call the kinds what the schemas call them', () => {
		for (const kind of ['runbook', 'process', 'system-log', 'dev-note', 'page']) {
			const label = labels[`kind.${kind}`];
			assert.ok(label && spoken.includes(label.en), kind);
			assert.equal(json('l10n/bundle.l10n.zh-cn.json')[label.en], label['zh-CN']);
			assert.equal(json('l10n/bundle.l10n.zh-tw.json')[label.en], label['zh-TW']);
		}
	});
});

describe('the manifest', () => {
	it('names every command that is registered', async () => {
		const { editor, extension } = openEditor();
		await extension.activate({ subscriptions: [] }).started;
		assert.deepEqual(
			[...editor.commands.keys()].sort(),
			manifest.contributes.commands.map(({ command }) => command).sort(),
		);
		await extension.deactivate();
	});

	it('names every setting that is read', () => {
		const read = [...sources.matchAll(/\.get<string>\('([^']+)'/g)].map(([, name]) => `mainstay.${name}`);
		assert.ok(read.length >= 3);
		for (const name of read) assert.ok(name in manifest.contributes.configuration.properties, name);
	});

	it('names files that exist', () => {
		const { snippets, yamlValidation } = manifest.contributes;
		for (const path of [...snippets.map((each) => each.path), ...yamlValidation.map((each) => each.url)])
			assert.ok(existsSync(new URL(path, HERE)), path);
	});

	it('asks for the editor whose API it is compiled against', () => {
		assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
	});
});
