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

	it.each([
		['status', { status: 'aproved' }, 'not-allowed /status'],
		['classification', { classification: 'confidental' }, 'not-allowed /classification'],
		['key of a field', { sumary: 'What it is' }, 'unknown-key /sumary'],
		['key of a title', { tile: 'What it is' }, 'unknown-key /tile'],
		['readers that are no list', { readers: 'dba' }, 'wrong-type /readers'],
	])('reports a %s that is nearly one of ours', (_name, data, expected) => {
		expect(page(data).issues.map(({ type, pointer }) => `${type} ${pointer}`)).toEqual([expected]);
	});

	it.each([
		['beside the field', { title: 'A', tile: 'B' }],
		['with a value that the field does not take', { module: 'sales', statu: 200, keyword: 'a' }],
		['of other tools', { tags: ['a'], slug: 'a', type: 'doc', state: 'open', name: 'A', date: '2026-01-01' }],
	])('passes keys %s', (_name, data) => {
		expect(page(data).issues).toEqual([]);
	});

	it('reports readers that are no role, and modules that nearly are one', () => {
		const config = { ...OPEN, roles: new Map([['dba', {}]]), modules: new Map([['sales', {}]]) };
		const data = { readers: ['dba', 'anybody'], modules: ['salse', 'elsewhere'] };
		const { issues } = validateFrontmatter('page', data, config as unknown as typeof OPEN);
		expect(issues.map(({ pointer }) => pointer).sort()).toEqual(['/modules/0', '/readers/1']);
	});

	it('that is no map is an issue', () => {
		expect(page('text').issues).toHaveLength(1);
	});
});
