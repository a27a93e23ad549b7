import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covered, read } from './reading.ts';

function ids(text: string): string[] {
	return read(text).document.headings.map(({ id }) => id);
}

describe('heading ids', () => {
	test('as GitHub makes them, Chinese kept', () => {
		expect(ids('## 库存 对账\n\n## 庫存（月結）\n\n## Month-end: close!\n\n## ???\n')).toEqual([
			'库存-对账',
			'庫存月結',
			'month-end-close',
			'section',
		]);
	});

	test('equal headings get numbers', () => {
		expect(ids('## A\n\n## A\n\n## A-1\n')).toEqual(['a', 'a-1', 'a-1-1']);
	});

	test('an explicit id wins over a derived one, even from below', () => {
		const { document } = read('## Steps\n\n## 步骤 {#steps}\n');
		expect(document.headings.map(({ id, text, explicit }) => [id, text, explicit])).toEqual([
			['steps-1', 'Steps', false],
			['steps', '步骤', true],
		]);
	});

	test.each(['a.b_c-1', '步骤', 'x1'])('{#%s} is an id', (id) => {
		expect(ids(`## H {#${id}}\n`)).toEqual([id]);
	});

	test.each(['{#a b}', '{#a"b}', '{a}', '{#}'])('%s is none', (written) => {
		expect(read(`## H ${written}\n`).document.headings[0]).toMatchObject({
			text: `H ${written}`,
			explicit: false,
		});
	});

	test('a step of the process keeps its id from derived headings', () => {
		const head = '---\nkind: process\nsteps:\n  - {id: start, name: 开始, type: start}\n---\n';
		const { document } = read(`${head}## Start\n\n## 开始 {#start}\n`);
		expect(document.headings.map(({ id }) => id)).toEqual(['start-1', 'start']);
		expect(document.anchors).toContain('start');
	});

	test('ids are unique in any document', () => {
		const line = fc.constantFrom(
			'## A',
			'## A-1',
			'## A {#a}',
			'## 步骤 {#a}',
			'<a id="a"></a>',
			':::step{#a}\nx\n:::',
			'## a-1-1',
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
				const { document } = read(lines.join('\n\n'));
				const own = [...document.headings.map(({ id }) => id), ...document.procedure.map(({ id }) => id)];
				expect(new Set(own).size).toBe(own.length);
				expect(document.anchors).toEqual(expect.arrayContaining(own));
			}),
			{ numRuns: 100 },
		);
	});

	test('ranges are exact below frontmatter, in lists and quotes', () => {
		const text = '---\nx-a: 1\nx-b: 2\n---\n\n> ## 引用\n\n- # 列表 {#l}\n';
		const { headings } = read(text).document;
		expect(headings.map(({ range }) => covered(text, range))).toEqual(['## 引用', '# 列表 {#l}']);
	});
});
