import { describe, expect, it } from 'vitest';
import { configDiagnostics, resolveConfig } from '../../../src/config/index.ts';
import type { Finding } from '../../../src/model/index.ts';

const FILE = 'mainstay.yaml';

function resolve(text: string | undefined, knownRules?: readonly string[]) {
	return resolveConfig(text, { root: '/project', file: text === undefined ? undefined : FILE, knownRules });
}

/** `MS902 3:5-3:9 → nearest` */
function places(findings: readonly Finding[]): string[] {
	return findings.map(({ code, range: { start, end }, suggestions }) => {
		const nearest = suggestions?.[0] ? ` → ${suggestions[0].value}` : '';
		return `${code} ${start.line}:${start.column}-${end.line}:${end.column}${nearest}`;
	});
}

const EXAMPLE = `
title: {zh-CN: 运维知识库, en: Operations knowledge base}
languages: [zh-CN, zh-TW, en]
docs: ./docs/
modules: {inventory: {zh-CN: 库存, zh-TW: 庫存, en: Inventory}}
systems: {erpnext: ERPNext}
roles: {it-support: {zh-CN: IT 支持, en: IT support}}
dataObjects: {Sales Order: {name: {zh-CN: 销售订单}, system: erpnext}, 盘点表: {}}
kinds: {"runbooks/**": runbook}
review: {every: P1Y}
continuity: {erpnext: {backup: P1D, restoreDrill: P3M}}
search: {synonyms: [[库存对不上, 账实不符]]}
mdx: {trusted: ["guides/**"]}
audiences: {vendor: {classification: public, modules: [inventory]}}
rules: {link-target-missing: error}
fields: {runbook: {shift: {type: string, label: 班次}}}
x-editor: anything
`;

describe('mainstay.yaml', () => {
	it('with every key there is', () => {
		const { config, findings } = resolve(EXAMPLE, ['link-target-missing']);
		expect(findings.map(({ code }) => code)).toEqual(['MS911']);
		const { hash, ...rest } = config;
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
		expect(rest).toEqual({
			root: '/project',
			file: FILE,
			title: { 'zh-CN': '运维知识库', en: 'Operations knowledge base' },
			languages: ['zh-CN', 'zh-TW', 'en'],
			sources: [{ name: 'docs', path: 'docs' }],
			modules: new Map([['inventory', { 'zh-CN': '库存', 'zh-TW': '庫存', en: 'Inventory' }]]),
			systems: new Map([['erpnext', { 'zh-CN': 'ERPNext' }]]),
			roles: new Map([['it-support', { 'zh-CN': 'IT 支持', en: 'IT support' }]]),
			dataObjects: new Map([
				['Sales Order', { name: { 'zh-CN': '销售订单' }, system: 'erpnext' }],
				['盘点表', { name: { 'zh-CN': '盘点表' } }],
			]),
			kinds: [{ glob: 'runbooks/**', kind: 'runbook' }],
			review: { every: 'P1Y' },
			continuity: new Map([['erpnext', { backup: 'P1D', restoreDrill: 'P3M' }]]),
			search: { synonyms: [['库存对不上', '账实不符']] },
			mdx: { trusted: ['guides/**'] },
			audiences: new Map([['vendor', { classification: 'public', modules: ['inventory'] }]]),
			rules: new Map([['link-target-missing', 'error']]),
			fields: {
				runbook: new Map([['shift', { type: 'string', label: { 'zh-CN': '班次' }, required: false }]]),
			},
		});
	});

	it.each([
		['that does not exist', undefined],
		['that is empty', ''],
		['of comments only', '# nothing yet\n'],
		['with empty keys', 'title:\nmodules:\nsources:\n'],
	])('%s means the defaults', (_name, text) => {
		const { config, findings } = resolve(text);
		expect(findings).toEqual([]);
		expect(config.languages).toEqual(['zh-CN', 'zh-TW', 'en']);
		expect(config.sources).toEqual([{ name: 'docs', path: 'docs' }]);
		expect(config.review.every).toBe('P6M');
		expect(config.roles.size + config.modules.size + config.systems.size).toBe(0);
		expect(config.title['en']).toBe('Knowledge base');
	});

	it('has the same hash for the same settings, wherever and however they are written', () => {
		const one = resolve('languages: [en]\nroles: {a: A, b: B}\n').config.hash;
		const two = resolveConfig('# note\nroles:\n  a: A\n  b: "B"\nlanguages:\n  - en\n', { root: '/else' })
			.config.hash;
		expect(two).toBe(one);
		expect(resolve('languages: [en]\nroles: {b: B, a: A}\n').config.hash).not.toBe(one);
		expect(resolve('languages: [en]\nroles: {a: A}\n').config.hash).not.toBe(one);
	});
});

describe('findings stand where the mistake is', () => {
	it.each([
		['an unknown key', 'titel: x\n', ['MS902 1:1-1:6 → title']],
		['an unknown key inside', 'review:\n  evry: P6M\n', ['MS902 2:3-2:7 → every']],
		['a wrong type', 'title: [a]\n', ['MS903 1:8-1:11']],
		['a number as label', 'modules:\n  inventory: 5\n', ['MS903 2:14-2:15']],
		['a label in no language', 'modules:\n  inventory: {xx-invalid-tag: a}\n', ['MS902 2:15-2:29']],
		['a wrong value', 'review: {every: often}\n', ['MS903 1:17-1:22']],
		['a language that is none', 'languages: [en, 中文]\n', ['MS906 1:17-1:19']],
		['a language in the wrong case', 'languages: [zh-cn]\n', ['MS906 1:13-1:18 → zh-CN']],
		['an unknown kind', 'kinds: {"a/**": runbok}\n', ['MS903 1:17-1:23 → runbook']],
		['a pattern that leaves the folder', 'kinds: {"../a/**": runbook}\n', ['MS905 1:9-1:18']],
		['an absolute pattern', 'mdx: {trusted: [/etc/**]}\n', ['MS905 1:17-1:24']],
		['a pattern with an open bracket', 'kinds: {"a/[b": runbook}\n', ['MS905 1:9-1:15']],
		['an unknown rule', 'rules:\n  link-target-mising: off\n', ['MS904 2:3-2:21 → link-target-missing']],
		['an unknown severity', 'rules: {link-target-missing: warn}\n', ['MS903 1:30-1:34']],
		['a folder outside', 'docs: ../other\n', ['MS907 1:7-1:15']],
		['an absolute folder', 'docs: /etc\n', ['MS907 1:7-1:11']],
		['a drive', 'docs: C:\\docs\n', ['MS907 1:7-1:14']],
		['a folder named twice', 'docs: docs\nsources: [{name: a, path: ./docs/}]\n', ['MS907 2:27-2:34']],
		['a folder in another one', 'docs: .\nsources: [{name: a, path: docs}]\n', ['MS907 2:27-2:31']],
		['a source without a path', 'sources: [{name: a}]\n', ['MS907 1:11-1:20']],
		[
			'a git source',
			'sources: [{name: a, git: "https://example.com/a.git", revision: v1}]\n',
			['MS909 1:26-1:53'],
		],
		[
			'an audience of an unknown module',
			'modules: {sales: S}\naudiences: {v: {classification: public, modules: [sale]}}\n',
			['MS911 2:1-2:10', 'MS908 2:51-2:55 → sales'],
		],
		[
			'an audience without classification',
			'audiences:\n  v: {modules: [a]}\n',
			['MS903 2:3-2:4', 'MS911 1:1-1:10'],
		],
		['an own field that exists', 'fields: {runbook: {severity: {type: string}}}\n', ['MS903 1:20-1:28']],
		['an own field of an unknown type', 'fields: {runbook: {shift: {type: text}}}\n', ['MS903 1:34-1:38']],
		['one synonym alone', 'search: {synonyms: [[a]]}\n', ['MS903 1:21-1:24']],
		['a list at the top', '- a\n- b\n', ['MS903 1:1-3:1']],
		['a text at the top', 'hello\n', ['MS903 1:1-1:6']],
		[
			'several mistakes at once',
			'titel: x\nlanguages: zh-CN\ndocs: ../x\n',
			['MS903 2:12-2:17', 'MS902 1:1-1:6 → title', 'MS907 3:7-3:11'],
		],
	])('%s', (_name, text, expected) => {
		expect(places(resolve(text, ['link-target-missing']).findings)).toEqual(expected);
	});

	it.each([
		['tabs', 'title:\n\ten: x\n', 2],
		['the same key twice', 'title: a\ntitle: b\n', 2],
		['an open bracket', 'languages: [en\n', 2],
		['an alias', 'roles: &r {a: A}\nsystems: *r\n', 2],
		['a prototype key', 'modules:\n  __proto__: {en: x}\n', 2],
		['a constructor', 'constructor: x\n', 1],
		['two documents', 'title: a\n---\ntitle: b\n', 2],
		['a tag of another program', 'title: !!js/function "x"\n', 1],
		['nesting without end', `title: ${'['.repeat(20000)}`, 1],
		['a ladder of lists', `title:\n  ${'- '.repeat(20000)}a`, 2],
		['a mapping as key', '{a: b}: c\n', 1],
	])('%s is a YAML error on its line', (_name, text, line) => {
		const { config, findings } = resolve(text);
		expect(findings.length).toBeLessThanOrEqual(2);
		expect(findings.map(({ code }) => code)).toContain('MS901');
		expect(findings[0]?.range.start.line).toBe(line);
		expect(config.roles.size).toBe(0);
	});
});

describe('what is wrong is left out and the rest stays', () => {
	it('a language, a kind, a rule', () => {
		const text =
			'languages: [en, 中文]\nkinds: {"a/**": runbok, "b/**": runbook}\nrules: {a: off, b: loud}\n';
		const { config } = resolve(text);
		expect(config.languages).toEqual(['en']);
		expect(config.kinds).toEqual([{ glob: 'b/**', kind: 'runbook' }]);
		expect([...config.rules]).toEqual([['a', 'off']]);
	});

	it('a module keeps its key when its label is wrong', () => {
		expect([...resolve('languages: [en]\nmodules: {a: 5, b: B, c: }\n').config.modules]).toEqual([
			['a', { en: 'a' }],
			['b', { en: 'B' }],
			['c', { en: 'c' }],
		]);
	});

	it('a data object keeps its key when its entry is wrong, and loses a system that is not declared', () => {
		const text =
			'languages: [en]\nsystems: {erp: E}\ndataObjects: {A: 5, B: {system: epr}, C: {system: erp}}\n';
		const { config, findings } = resolve(text);
		expect([...config.dataObjects]).toEqual([
			['A', { name: { en: 'A' } }],
			['B', { name: { en: 'B' } }],
			['C', { name: { en: 'C' }, system: 'erp' }],
		]);
		expect(places(findings)).toEqual(['MS903 3:18-3:19', 'MS903 3:33-3:36 → erp']);
	});

	it('an audience with any mistake is no audience', () => {
		const text =
			'modules: {a: A}\naudiences: {v: {classification: publik}, w: {classification: public, modules: [b]}, x: {classification: public}}\n';
		expect([...resolve(text).config.audiences.keys()]).toEqual(['x']);
	});

	it('names of prototypes find nothing', () => {
		const { config } = resolve('roles: {toString: x, valueOf: y}\n');
		expect([...config.roles.keys()]).toEqual(['toString', 'valueOf']);
	});

	it('every folder that can be used stays', () => {
		const text = 'sources: [{name: a, path: a}, {name: b, path: ../b}, {name: c, path: c/d}]\n';
		expect(resolve(text).config.sources).toEqual([
			{ name: 'a', path: 'a' },
			{ name: 'c', path: 'c/d' },
		]);
	});
});

describe('the catalogue of findings', () => {
	it('holds codes of this room, each once', () => {
		const codes = configDiagnostics.map(({ code }) => code);
		expect(new Set(codes).size).toBe(codes.length);
		for (const code of codes) expect(code).toMatch(/^MS9[012]\d$/);
	});

	it('says in both languages what is wrong and what to do, for every finding above', () => {
		const texts = [
			'titel: x\n"a b": 1\nlanguages: zh-CN\ndocs: ../x\n',
			'sources: [{name: a}, {name: b, git: g}]\nlanguages: [xxxxx]\nrules: {x: off}\nkinds: {"": page, "../a": page}\n',
			'title: [\n',
			'modules: {a: A}\naudiences: {v: {classification: public, modules: [b]}, w: {}}\n',
		];
		for (const { code, params } of texts.flatMap((text) => resolve(text, []).findings)) {
			const definition = configDiagnostics.find((each) => each.code === code);
			for (const lang of ['en', 'zh-CN'] as const) {
				const message = definition?.message[lang](params);
				expect(message).toMatch(/[.。]$/);
				expect(message).not.toMatch(/undefined|NaN|\[object/);
			}
		}
	});
});
