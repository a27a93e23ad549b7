import { describe, expect, test } from 'vitest';
import { identityOfPath, pageId } from '../../../src/parse/identity.ts';
import { parseDocument } from '../../../src/parse/index.ts';
import { config, read } from './reading.ts';

describe('id and language of a page', () => {
	test.each([
		['guides/start.md', 'page:guides/start', 'zh-CN'],
		['guides/start.en.md', 'page:guides/start', 'en'],
		['guides/start.zh-tw.mdx', 'page:guides/start', 'zh-TW'],
		['guides/nginx.conf.md', 'page:guides/nginx.conf', 'zh-CN'],
		['guides/app.js.md', 'page:guides/app.js', 'zh-CN'],
		['v1.10.md', 'page:v1.10', 'zh-CN'],
		['index.md', 'page:', 'zh-CN'],
		['guides/index.en.md', 'page:guides/', 'en'],
		['guides/_index.md', 'page:guides/', 'zh-CN'],
		['guides/README.md', 'page:guides/readme', 'zh-CN'],
		['README.md', 'page:readme', 'zh-CN'],
		['.en.md', 'page:.en', 'zh-CN'],
	])('%s', (docPath, id, lang) => {
		const { document } = read('# T\n', docPath);
		expect([document.id, document.lang]).toEqual([id, lang]);
	});

	test('an index and a README of one folder are two pages', () => {
		expect(pageId('a/index')).not.toBe(pageId('a/README'));
	});

	test('without settings the text of a page says its language', () => {
		const { file: _, ...bare } = config;
		const lang = (text: string): string =>
			parseDocument({ path: 'a.md', docPath: 'a.md', text, hash: '' }, bare).document.lang;
		expect([lang('# Month end'), lang('# 月结时的问题'), lang('# 月結時的問題')]).toEqual([
			'en',
			'zh-CN',
			'zh-TW',
		]);
	});

	test('frontmatter decides the language before the file name does', () => {
		expect(read('---\nlang: ja\n---\n', 'a.en.md').document.lang).toBe('ja');
		expect(identityOfPath('a.en.md', config).stem).toBe('a');
	});
});

describe('kind', () => {
	const kinds = [
		{ glob: 'runbooks/**', kind: 'runbook' as const },
		{ glob: '**', kind: 'dev-note' as const },
	];

	test('frontmatter, then folder, then page', () => {
		expect(read('---\nkind: process\n---\n', 'runbooks/a.md', { kinds }).document.kind).toBe('process');
		expect(read('', 'runbooks/deep/a.md', { kinds }).document.kind).toBe('runbook');
		expect(read('', 'other/a.md', { kinds }).document.kind).toBe('dev-note');
		expect(read('').document.kind).toBe('page');
	});

	test('another tool may have kinds of its own', () => {
		const { document, findings } = read('---\nkind: Deployment\n---\n');
		expect([document.kind, findings, document.schemaIssues]).toEqual(['page', [], []]);
	});

	test('a record keeps its own id', () => {
		expect(read('---\nkind: runbook\nid: RB-INV-0042\n---\n').document.id).toBe('RB-INV-0042');
	});
});

describe('title', () => {
	test.each([
		['---\ntitle: 甲\n---\n# 乙\n', '甲', 'frontmatter', []],
		['---\ntitle: 甲\n---\n# 甲\n', '甲', 'frontmatter', ['甲']],
		['## 小节\n\n# 主标题 `x`\n', '主标题 x', 'heading', ['主标题-x']],
		['正文\n', 'stock count', 'file-name', []],
	])('%j', (text, title, from, hidden) => {
		const { document, tree } = read(text, 'guides/stock count.md');
		expect([document.title, document.titleFrom]).toEqual([title, from]);
		const titles = tree.children.filter(({ data }) => data?.title).map(({ data }) => data?.id);
		expect(titles).toEqual(hidden);
	});

	test('an index without a title is called like its folder', () => {
		expect(read('', 'guides/index.md').document.title).toBe('guides');
	});
});
