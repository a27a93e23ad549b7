import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../../src/graph/index.ts';
import { CONFIG, documentOf, field, link } from './documents.ts';

describe('identity', () => {
	test('the first of two documents with one id and language counts', () => {
		const first = documentOf({ file: 'docs/a.md', id: 'RB-A-001', kind: 'runbook' });
		const second = documentOf({ file: 'docs/b.md', id: 'RB-A-001', kind: 'runbook' });
		const graph = buildGraph([first, second], new Map(), CONFIG);
		expect(graph.nodes.get('RB-A-001@zh-CN')).toBe(first);
		expect(graph.duplicates).toEqual([{ first, second }]);
		expect(graph.byFile.get('docs/b.md')).toBe(second);
	});

	test('languages stand in the order of the settings, others behind them', () => {
		const documents = ['de', 'en', 'zh-CN', 'ar'].map((lang) =>
			documentOf({ file: `docs/a.${lang}.md`, id: 'page:a', lang }),
		);
		const graph = buildGraph(documents, new Map(), CONFIG);
		expect([...(graph.byId.get('page:a')?.keys() ?? [])]).toEqual(['zh-CN', 'en', 'ar', 'de']);
	});
});

describe('backlinks', () => {
	test('once per document and relation, not from itself', () => {
		const a = documentOf({
			file: 'docs/a.md',
			references: [link('b.md'), link('b.md#x'), link('a.md'), field('related', 'RB-A-001')],
		});
		const b = documentOf({
			file: 'docs/b.md',
			references: [link('kb:RB-A-001'), field('related', 'RB-A-001')],
		});
		const c = documentOf({ file: 'docs/c.md', id: 'RB-A-001', kind: 'runbook' });
		const { incoming } = buildGraph([a, b, c], new Map(), CONFIG);
		expect(Object.fromEntries(incoming)).toEqual({
			'page:b': [{ from: 'page:a@zh-CN', relation: 'link' }],
			'RB-A-001': [
				{ from: 'page:a@zh-CN', relation: 'related' },
				{ from: 'page:b@zh-CN', relation: 'link' },
				{ from: 'page:b@zh-CN', relation: 'related' },
			],
		});
	});
});

describe('hierarchy', () => {
	test('children by order, then id; parents that do not exist have none', () => {
		const process = (id: string, frontmatter: Record<string, unknown>) =>
			documentOf({ file: `docs/${id}.md`, id, kind: 'process', frontmatter });
		const graph = buildGraph(
			[
				process('PR-A-003', { parent: 'PR-A-001' }),
				process('PR-A-002', { parent: 'PR-A-001' }),
				process('PR-A-004', { parent: 'PR-A-001', order: 1 }),
				process('PR-A-005', { parent: 'PR-A-999' }),
				process('PR-A-001', {}),
			],
			new Map(),
			CONFIG,
		);
		expect(Object.fromEntries(graph.children)).toEqual({ 'PR-A-001': ['PR-A-004', 'PR-A-002', 'PR-A-003'] });
	});
});

describe('any set of files', () => {
	const name = fc.constantFrom('a', 'b', 'stock', '库存', 'my notes', 'x.y', '100%');
	const file = fc
		.tuple(fc.array(name, { maxLength: 3 }), name)
		.map(([folders, base]) => `docs/${[...folders, base].join('/')}.md`);
	const set = fc.uniqueArray(file, { minLength: 2, maxLength: 8 });

	test('a relative or absolute link, however written, leads to the file it was made from', () => {
		fc.assert(
			fc.property(set, fc.boolean(), fc.boolean(), (files, encoded, absolute) => {
				const [from = '', to = ''] = files;
				const path = absolute ? to.slice('docs'.length) : posix.relative(posix.dirname(from), to);
				// A name with a percent sign is no valid address unless it is encoded.
				const target =
					encoded || path.includes('%') ? path.split('/').map(encodeURIComponent).join('/') : path;
				const documents = files.map((each) =>
					documentOf({ file: each, references: each === from ? [link(target)] : [] }),
				);
				const graph = buildGraph(documents, new Map(), CONFIG);
				const source = graph.byFile.get(from);
				expect(graph.links.get(`${source?.id}@zh-CN`)).toEqual([
					{ type: 'document', id: graph.byFile.get(to)?.id },
				]);
				expect(graph.unresolved).toEqual([]);
			}),
		);
	});

	test('every reference has exactly one link, and every missing one is listed', () => {
		const target = fc.oneof(
			file.map((path) => path.slice(5)),
			fc.string(),
			fc.webPath(),
		);
		fc.assert(
			fc.property(set, fc.array(target, { maxLength: 10 }), (files, targets) => {
				const documents = files.map((each) =>
					documentOf({ file: each, references: targets.map((t) => link(t)) }),
				);
				const graph = buildGraph(documents, new Map(), CONFIG);
				const links = [...graph.links.values()].flat();
				expect(links.length).toBe(files.length * targets.length);
				expect(graph.unresolved.length).toBe(links.filter(({ type }) => type === 'missing').length);
			}),
		);
	});
});
