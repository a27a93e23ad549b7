import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../../src/graph/index.ts';
import type { AssetFile, CompileConfig, Document, Link, Reference } from '../../../src/model/index.ts';
import { CONFIG, documentOf, field, link } from './documents.ts';

const ASSETS = new Map<string, AssetFile>(
	['docs/images/menu.png', 'docs/form.xlsx', 'docs/100%.png'].map((path) => [path, { path, size: 1 }]),
);

const TARGETS: readonly Document[] = [
	documentOf({ file: 'docs/index.md' }),
	documentOf({ file: 'docs/guides/start.md', anchors: ['检查库存', 'whats-new', 'a', 'a-1'] }),
	documentOf({ file: 'docs/guides/my notes.md' }),
	documentOf({ file: 'docs/runbooks/README.md' }),
	documentOf({
		file: 'docs/runbooks/stock.md',
		id: 'RB-INV-0042',
		kind: 'runbook',
		anchors: ['recalc', '步骤'],
	}),
	documentOf({
		file: 'docs/runbooks/stock.en.md',
		id: 'RB-INV-0042',
		kind: 'runbook',
		lang: 'en',
		anchors: ['recalc', 'steps'],
	}),
	documentOf({ file: 'docs/only.en.md', lang: 'en' }),
	documentOf({ file: 'docs/Case.md' }),
];

/** How one reference from `docs/guides/here.md` resolves. */
function resolve(
	reference: Reference | string,
	from: Partial<Document> = {},
	config: CompileConfig = CONFIG,
): Link {
	const given = typeof reference === 'string' ? link(reference) : reference;
	const here = {
		...documentOf({ file: 'docs/guides/here.md', anchors: ['next'] }),
		...from,
		references: [given],
	};
	const graph = buildGraph([...TARGETS, here], ASSETS, config);
	const [resolved] = graph.links.get(`${here.id}@${here.lang}`) ?? [];
	if (!resolved) throw new Error('No link.');
	return resolved;
}

const page = (id: string): Link => ({ type: 'document', id: `page:${id}` });
const stock: Link = { type: 'document', id: 'RB-INV-0042' };

describe('links to documents', () => {
	test.each([
		['start.md', page('guides/start')],
		['./start.md', page('guides/start')],
		['start', page('guides/start')],
		['start/', page('guides/start')],
		['start.html', page('guides/start')],
		['start.md?plain=1', page('guides/start')],
		['my%20notes.md', page('guides/my notes')],
		['../runbooks/stock.md', stock],
		['../runbooks', page('runbooks/README')],
		['../runbooks/', page('runbooks/README')],
		['../', page('index')],
		['/', page('index')],
		['/runbooks/stock.md', stock],
		['/runbooks/stock', stock],
		['/docs/runbooks/stock.md', stock],
		['/en/runbooks/stock/', stock],
		['/start.md', page('guides/start')],
		['../only.md', { type: 'document', id: 'page:only' }],
		['kb:RB-INV-0042', stock],
		['KB:RB-INV-0042', stock],
	] as const)('%s', (target, expected) => {
		const { lang, ...rest } = resolve(target) as Link & { lang?: string };
		expect(rest).toEqual(expected);
		expect(lang === undefined || target.includes('only')).toBe(true);
	});

	test('an address on a site, where every page is a folder', () => {
		expect(resolve('../start/')).toEqual(page('guides/start'));
		expect(resolve('../../runbooks/stock/')).toEqual(stock);
	});

	test('a link to a translation keeps its language', () => {
		expect(resolve('../runbooks/stock.en.md')).toEqual({ ...stock, lang: 'en' });
	});

	test('a link between translations leaves the language to the page', () => {
		expect(resolve('../runbooks/stock.md', { lang: 'en' })).toEqual(stock);
		expect(resolve('../runbooks/stock.en.md', { lang: 'en' })).toEqual(stock);
	});
});

describe('anchors', () => {
	test.each([
		['start.md#检查库存', '检查库存'],
		['start.md#%E6%A3%80%E6%9F%A5%E5%BA%93%E5%AD%98', '检查库存'],
		['start.md#what-s-new', 'whats-new'],
		['start.md#Whats-New', 'whats-new'],
		['kb:RB-INV-0042#recalc', 'recalc'],
	])('%s', (target, anchor) => {
		expect(resolve(target)).toMatchObject({ type: 'document', anchor });
	});

	test('nothing behind the # is the page itself', () => {
		expect(resolve('start.md#')).toEqual(page('guides/start'));
		expect(resolve('#')).toEqual({ type: 'anchor', anchor: '' });
		expect(resolve('#top')).toEqual({ type: 'anchor', anchor: '' });
	});

	test('its own', () => {
		expect(resolve('#next')).toEqual({ type: 'anchor', anchor: 'next' });
		expect(resolve('#nxet')).toEqual({ type: 'missing', reason: 'anchor', actual: 'page:guides/here' });
	});

	test('missing ones name the document', () => {
		expect(resolve('start.md#gone')).toEqual({
			type: 'missing',
			reason: 'anchor',
			actual: 'page:guides/start',
		});
	});

	test('are looked up in the version that the reader will see', () => {
		expect(resolve('../runbooks/stock.md#steps', { lang: 'en' })).toEqual({ ...stock, anchor: 'steps' });
		expect(resolve('../runbooks/stock.md#步骤', { lang: 'en' })).toEqual({
			...stock,
			lang: 'zh-CN',
			anchor: '步骤',
		});
	});
});

describe('everything else', () => {
	test.each([
		['https://example.com/a', { type: 'external', url: 'https://example.com/a' }],
		['mailto:it@example.com', { type: 'external', url: 'mailto:it@example.com' }],
		['tel:+861012345678', { type: 'external', url: 'tel:+861012345678' }],
		['//example.com/a', { type: 'external', url: 'https://example.com/a' }],
		['javascript:alert(1)', { type: 'missing', reason: 'scheme' }],
		[' JavaScript:alert(1)', { type: 'missing', reason: 'scheme' }],
		['C:\\docs\\a.md', { type: 'missing', reason: 'scheme' }],
		['../form.xlsx', { type: 'asset', path: 'docs/form.xlsx' }],
		['../100%.png', { type: 'asset', path: 'docs/100%.png' }],
		['../gone.xlsx', { type: 'missing', reason: 'file' }],
		['gone.md', { type: 'missing', reason: 'document' }],
		['gone', { type: 'missing', reason: 'document' }],
		['../case.md', { type: 'missing', reason: 'case', actual: 'docs/Case.md' }],
		['../IMAGES/menu.png', { type: 'missing', reason: 'case', actual: 'docs/images/menu.png' }],
		['kb:rb-inv-0042', { type: 'missing', reason: 'case', actual: 'RB-INV-0042' }],
		['kb:RB-INV-9999', { type: 'missing', reason: 'document' }],
		['../../../etc/passwd', { type: 'missing', reason: 'outside-root' }],
	] as const)('%s', (target, expected) => {
		expect(resolve(target)).toEqual(expected);
	});

	test('pictures are files, never documents', () => {
		expect(resolve(link('../images/menu.png', 'image'))).toEqual({
			type: 'asset',
			path: 'docs/images/menu.png',
		});
		expect(resolve(link('start.md', 'image'))).toEqual({ type: 'missing', reason: 'file' });
	});

	test('fields hold ids, of one kind where they say so', () => {
		expect(resolve(field('related', 'RB-INV-0042'))).toEqual(stock);
		expect(resolve(field('runbook', 'RB-INV-0042', 'runbook'))).toEqual(stock);
		expect(resolve(field('process', 'RB-INV-0042', 'process'))).toEqual({
			type: 'missing',
			reason: 'wrong-kind',
			actual: 'RB-INV-0042',
		});
		expect(resolve(field('related', 'RB-INV-1111'))).toEqual({ type: 'missing', reason: 'document' });
	});

	test('a documents folder that is the root itself', () => {
		const config = { ...CONFIG, sources: [{ name: 'root', path: '.' }] };
		const documents = [
			documentOf({ file: 'a/b.md', id: 'page:a/b', references: [link('/c.md'), link('../../c.md')] }),
			documentOf({ file: 'c.md', id: 'page:c' }),
		].map((document) => ({ ...document, docPath: document.file }));
		expect(buildGraph(documents, new Map(), config).links.get('page:a/b@zh-CN')).toEqual([
			{ type: 'document', id: 'page:c' },
			{ type: 'missing', reason: 'outside-root' },
		]);
	});
});
