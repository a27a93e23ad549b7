import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { places, read } from './reading.ts';

function types(node: Nodes, found: string[] = []): string[] {
	found.push(node.type);
	if ('children' in node) for (const child of node.children) types(child, found);
	return found;
}

describe('only known names are directives', () => {
	test.each([
		'主机:端口',
		'10:30',
		'a:b',
		':note[x]',
		'::note[x]{a=b}',
		':::notebook',
		':::note2',
		':::note-x',
	])('%s stays text', (text) => {
		const { document, tree } = read(`${text}\n`);
		expect(document.sections[0]?.text).toBe(text);
		expect(types(tree)).not.toContain('containerDirective');
	});

	test('a foreign container stays as written, its content and attributes too', () => {
		const text = ':::foo[标签]{a=b .c}\n第一行 10:30\n:::';
		const { document, tree } = read(text);
		expect(document.sections[0]?.text).toBe(text);
		expect(types(tree)).toEqual(['root', 'paragraph', 'text']);
	});

	const foreign = fc
		.stringMatching(/^[a-z][a-z0-9-]{0,11}$/)
		.filter((name) => !['step', 'expect', 'rollback', 'note', 'tip', 'caution', 'danger'].includes(name));

	test('any foreign name, at any number of colons, in Chinese or English text', () => {
		fc.assert(
			fc.property(
				fc.nat(5),
				foreign,
				fc.constantFrom('', '[标签]', '{a=b}', '[x]{#y}'),
				(colons, name, rest) => {
					const text = `${':'.repeat(colons + 1)}${name}${rest}`;
					expect(read(text).document.sections[0]?.text).toBe(text);
					expect(read(`前文${text}后文`).document.sections[0]?.text).toBe(`前文${text}后文`);
				},
			),
			{ numRuns: 150 },
		);
	});

	test.each(['note', 'tip', 'caution', 'danger', 'expect', 'rollback', 'step'])(':::%s is one', (name) => {
		expect(types(read(`:::${name}\n正文\n:::\n`).tree)).toContain('containerDirective');
	});
});

describe('steps', () => {
	const text = [
		'## 步骤',
		'',
		'::::step{#recalc risk=destructive minutes=10}',
		'### 重算 `x`',
		':::expect',
		'结果',
		':::',
		'- :::rollback',
		'  还原',
		'  :::',
		'::::',
		'',
		':::step[第二步]',
		'文字',
		':::',
	].join('\n');

	test('are collected with what they hold', () => {
		const { document, findings } = read(text);
		expect(findings).toEqual([]);
		expect(document.procedure).toEqual([
			{
				id: 'recalc',
				title: '重算 x',
				risk: 'destructive',
				minutes: 10,
				hasExpect: true,
				hasRollback: true,
				range: { start: { line: 3, column: 1 }, end: { line: 11, column: 5 } },
			},
			{
				id: 'step-2',
				title: '第二步',
				risk: 'read-only',
				hasExpect: false,
				hasRollback: false,
				range: { start: { line: 13, column: 1 }, end: { line: 15, column: 4 } },
			},
		]);
		expect(document.anchors).toEqual(expect.arrayContaining(['recalc', 'step-2']));
	});

	test('a misspelt risk is an error with the nearest value, never a silent default', () => {
		const { findings } = read(':::step{#a risk=destructiv}\nx\n:::\n');
		expect(places(findings)).toEqual(['MS120 1:17']);
		expect(findings[0]?.suggestions).toEqual([{ value: 'destructive' }]);
	});

	test.each([
		['risk: destructive', 'risk=destructive'],
		['#a risk: destructive minutes=5', 'risk=destructive'],
		['minutes:5', 'minutes=5'],
		['minutes: 5', 'minutes=5'],
	])('%s is one mistake: a colon for the equals sign', (attributes, meant) => {
		const { findings } = read(`:::step{${attributes}}\nx\n:::\n`);
		expect(findings.map(({ code, suggestions }) => [code, suggestions])).toEqual([
			['MS120', [{ value: meant }]],
		]);
	});

	test.each([
		['minutes=soon', 'MS120 1:17'],
		['owner=it', 'MS120 1:9'],
	])('%s means nothing', (attribute, place) => {
		expect(places(read(`:::step{${attribute}}\nx\n:::\n`).findings)).toEqual([place]);
	});

	test('a directive that is never closed', () => {
		expect(places(read('前\n\n:::note\n一\n\n二\n').findings)).toEqual(['MS121 3:1']);
		expect(read('::::step\n:::note\n一\n:::\n::::\n').findings).toEqual([]);
	});

	test.each([
		['text', ':::note\n一\n：：：\n\n二\n', '3:1'],
		['a blank line', ':::note\n一\n\n：:: \n\n二\n', '4:1'],
		['a list', ':::note\n- 一\n- 二\n：：：\n', '4:1'],
		['a step', '::::step{#a}\n:::expect\n一\n：：：\n::::\n', '4:1'],
		['another part', '::::step{#a}\n:::expect\n一\n：：：\n\n:::rollback\n二\n:::\n::::\n', '4:1'],
		['what is held', '::::step{#a}\n:::expect\n一\n:::\n：：：：\n', '5:1'],
	])('a closing line in full-width colons behind %s is told there, once', (_, text, place) => {
		const { findings } = read(text);
		expect(places(findings)).toEqual([`MS121 ${place}`]);
		expect(findings[0]?.fix?.[0]?.newText).toBe(text.startsWith('::::') && place === '5:1' ? '::::' : ':::');
	});

	test('colons of too few or in code do not close', () => {
		expect(places(read('::::step{#a}\n一\n：：：\n').findings)).toEqual(['MS121 1:1']);
		expect(places(read(':::note\n一\n\n```text\n：：：\n```\n').findings)).toEqual(['MS121 1:1']);
	});
});
