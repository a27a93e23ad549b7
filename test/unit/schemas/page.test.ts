import { describe, expect, it } from 'vitest';
import { validateFrontmatter } from '../../../schemas/index.ts';
import { OPEN } from './samples.ts';

const page = (data: unknown) => validateFrontmatter('page', data, OPEN);

describe('the frontmatter of a page', () => {
	it.each([
		['of Docusaurus', { id: 'intro', sidebar_position: 1, slug: '/', tags: ['a'], hide_title: true }],
		['of Hugo', { title: 'A', date: '2020-01-01T00:00:00Z', draft: false, weight: 3, kind: 'blog' }],
		['of Jekyll', { layout: 'post', title: 'A', categories: 'x y', permalink: '/a' }],
		['of Kubernetes', { kind: 'PersistentVolumeClaim', status: null, metadata: { name: 'x' } }],
		[
			'with values we would not accept',
			{ status: 'published', keywords: 'a, b', modules: 'x', related: ['./a.md'] },
		],
		['with an empty title', { title: '', summary: null }],
		['that is missing', undefined],
	])('%s is no issue', (_name, data) => {
		expect(page(data).issues).toEqual([]);
	});

	it('keeps keys of other tools and what we understand, leaves out what we do not', () => {
		const data = { title: 'A', sidebar_position: 1, keywords: 'a, b', status: 'draft', modules: ['sales'] };
		expect(page(data).value).toEqual({
			title: 'A',
			sidebar_position: 1,
			status: 'draft',
			modules: ['sales'],
		});
	});

	it('takes a number as title and a description as summary', () => {
		expect(page({ title: 2024, description: 'What it is' }).value).toMatchObject({
			title: '2024',
			summary: 'What it is',
		});
	});

	it.each([
		['zh_CN', 'zh-CN'],
		['ZH-tw', 'zh-TW'],
		['en-us', 'en-US'],
	])('reads the language %s as %s', (written, lang) => {
		expect(page({ lang: written })).toEqual({ value: { lang }, issues: [] });
	});

	it('reports what cannot be a title or a language, and a kind that is nearly one', () => {
		expect(
			page({ title: ['A'], lang: '中文', kind: 'runbok' })
				.issues.map(({ pointer }) => pointer)
				.sort(),
		).toEqual(['/kind', '/lang', '/title']);
	});

	it('that is no map is an issue', () => {
		expect(page('text').issues).toHaveLength(1);
	});
});
