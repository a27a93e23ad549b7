import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { siteFilesOf } from '../../../src/site/files/index.ts';
import { fixtureModel } from './fixture.ts';

const model = fixtureModel({ base: '/kb/', siteUrl: 'https://kb.example.com' });
const files = siteFilesOf(model);
const read = (path: string) => JSON.parse(files.get(path)?.text() ?? 'null');

function validator(name: string) {
	const ajv = addFormats.default(new Ajv2020({ strict: true, allErrors: true }));
	return ajv.compile(read(`api/schema/${name}.schema.json`));
}

describe('what machines ask for', () => {
	it.each([
		['index', 'api/index.json'],
		['documents', 'api/documents.json'],
		['graph', 'api/graph.json'],
		...model.pages.map((page) => ['document', `api${page.route.slice(0, -1)}.json`]),
	])('%s: %s keeps to its published schema', (name, path) => {
		const valid = validator(name);
		valid(read(path));
		expect(valid.errors ?? []).toEqual([]);
	});

	it('a schema refuses what it does not describe', () => {
		const valid = validator('document');
		expect(valid({ ...read('api/d/RB-INV-0042.json'), lang: 7 })).toBe(false);
	});

	it('lists every document in every language, with absolute addresses that exist', () => {
		const { documents } = read('api/documents.json');
		expect(documents).toHaveLength(model.pages.length);
		for (const { url, json } of documents as { url: string; json: string }[]) {
			expect(url).toMatch(/^https:\/\/kb\.example\.com\/kb\//);
			expect(files.has(decodeURI(new URL(json).pathname).slice('/kb/'.length))).toBe(true);
		}
	});

	it('names every endpoint that is not per document in the index', () => {
		const listed = JSON.stringify(read('api/index.json'));
		for (const path of files.keys()) {
			if (/^(?:[\w-]+\/)?api\/(?!schema\/|(?:[\w-]+\/)?(?:d|docs)\/|index)/.test(path))
				expect(listed).toContain(path);
		}
	});

	it('holds every reference once, whichever side it is seen from', () => {
		const { nodes, edges } = read('api/graph.json') as {
			nodes: { id: string }[];
			edges: { from: string; to: string; relation: string }[];
		};
		const ids = new Set(nodes.map(({ id }) => id));
		expect(edges.length).toBeGreaterThan(5);
		expect(new Set(edges.map((edge) => JSON.stringify(edge))).size).toBe(edges.length);
		expect(edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
	});

	it('llms.txt leads to the Markdown of every document that is still in force', () => {
		const text = files.get('llms.txt')?.text() ?? '';
		const over = model.pages.filter(({ frontmatter }) =>
			['retired', 'superseded'].includes(String(frontmatter['status'])),
		);
		expect(over.length).toBeGreaterThan(0);
		const links = text.match(/\.md\)/g) ?? [];
		expect(links).toHaveLength(model.pages.length - over.length);
		expect(text).toMatch(/^# 运维知识库\n/);
	});

	it('a robots.txt names the sitemap only where the site knows its address', () => {
		expect(files.get('robots.txt')?.text()).toContain('https://kb.example.com/kb/sitemap.xml');
		expect(siteFilesOf(fixtureModel()).has('sitemap.xml')).toBe(false);
	});
});
