import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covered, read } from './reading.ts';

/** Target and what its range covers, for every reference. */
function targets(text: string, docPath?: string): [string, string, string][] {
	return read(text, docPath).document.references.map(({ type, target, range }) => [
		type,
		target,
		covered(text, range),
	]);
}

describe('targets and where they stand', () => {
	test.each([
		['[a](b.md)', 'link', 'b.md'],
		['[a](b.md "标题 ](x)")', 'link', 'b.md'],
		['[a]( <b c.md> )', 'link', 'b c.md'],
		['[**粗** `](x)` 文](../库存/对账.md#锚点)', 'link', '../库存/对账.md#锚点'],
		['![图](img/a.png)', 'image', 'img/a.png'],
		['![a ](b) c](d.png)', 'image', 'b'],
		['<https://example.com/x>', 'link', 'https://example.com/x'],
		['见 https://example.com/x?y=1 后', 'link', 'https://example.com/x?y=1'],
		['[](empty.md)', 'link', 'empty.md'],
		['| a | b |\n|---|---|\n| x | [c](d.md) `|` |', 'link', 'd.md'],
		['1. a\n   - b\n     > [c](deep.md)', 'link', 'deep.md'],
		['[长的\n文字](next.md)', 'link', 'next.md'],
		['前 <a href="raw.md" title="x">文</a>', 'link', 'raw.md'],
		['<p><img alt="x" src=\'i.png\'></p>', 'image', 'i.png'],
		['<div>\n<a\n  href=far.md>x</a>\n</div>', 'link', 'far.md'],
	])('%j', (text, type, target) => {
		expect(targets(text)).toContainEqual([type, target, target]);
	});

	test.each(['\n', '\r\n'])('below frontmatter, with %j', (end) => {
		const text = ['---', 'x-a: 一', '---', '', '正文 [a](b.md)'].join(end);
		expect(targets(text)).toEqual([['link', 'b.md', 'b.md']]);
	});

	test('escapes: the range covers what is written', () => {
		expect(targets('[a](x\\_\\(y\\).md)')).toEqual([['link', 'x_(y).md', 'x\\_\\(y\\).md']]);
		expect(targets('<a href="a&amp;b">x</a>')).toEqual([['link', 'a&b', 'a&amp;b']]);
	});

	test('uses of a definition share one reference, at the definition', () => {
		const text = '[a][r] 与 [b][R] 与 ![c][r]\n\n[r]: ./target.md "T"\n[unused]: x.md\n';
		expect(targets(text)).toEqual([
			['link', './target.md', './target.md'],
			['image', './target.md', './target.md'],
		]);
	});

	test('addresses end at Chinese punctuation', () => {
		const { document } = read(
			'见 https://example.com/a，或 www.example.com/b）。\n\n**https://example.com/数据库/x；**',
		);
		expect(document.references.map(({ target }) => target)).toEqual([
			'https://example.com/a',
			'http://www.example.com/b',
			'https://example.com/数据库/x',
		]);
		expect(document.sections[0]?.text).toContain('见 https://example.com/a，或 www.example.com/b）。');
	});

	test('mermaid links have their place inside the fence', () => {
		const text =
			'- 图\n\n  ```mermaid\n  graph TD\n    click A "kb:RB-INV-0042#x" "提示"\n    click B href "b.md" _blank\n    click C call run()\n  ```\n';
		expect(targets(text)).toEqual([
			['diagram', 'kb:RB-INV-0042#x', 'kb:RB-INV-0042#x'],
			['diagram', 'b.md', 'b.md'],
		]);
	});

	test('frontmatter references carry relation, pointer and place', () => {
		const text = '---\nkind: runbook\nrelated: [RB-A-001, PR-B-0002]\n---\n';
		const { references } = read(text).document;
		expect(
			references.map(({ target, relation, pointer, range }) => [
				target,
				relation,
				pointer,
				covered(text, range),
			]),
		).toEqual([
			['RB-A-001', 'related', '/related/0', 'RB-A-001'],
			['PR-B-0002', 'related', '/related/1', 'PR-B-0002'],
		]);
	});

	test('any plain target is covered exactly, wherever it stands', () => {
		const target = fc.stringMatching(/^[a-z0-9/#.\u4e00-\u4e20-]{1,20}$/);
		const around = fc.constantFrom(
			'%',
			'- %',
			'> - %',
			'1. x\n\n   %',
			'# %',
			'| a |\n|---|\n| % |',
			'***%***',
			'[^1]\n\n[^1]: %',
		);
		const form = fc.constantFrom('[文字](@)', '![图](@)', '[a *b*](<@> "t")', '[x][y]\n\n[y]: @');
		fc.assert(
			fc.property(target, around, form, (url, place, link) => {
				const text = place.replace('%', () => link.replace('@', url));
				for (const [, found, written] of targets(text)) expect(written).toBe(found);
			}),
			{ numRuns: 200 },
		);
	});
});
