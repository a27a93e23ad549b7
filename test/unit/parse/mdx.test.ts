import { describe, expect, test } from 'vitest';
import { covered, places, read } from './reading.ts';

describe('untrusted MDX', () => {
	test.each([
		['import x from "fs"\n', 'MS131 1:1'],
		['export const a = 1\n', 'MS131 1:1'],
		['文 {process.env.HOME}\n', 'MS132 1:3'],
		['{1 + 1}\n', 'MS132 1:1'],
		['## H {#id}\n', undefined],
		['<Chart data="x" />\n', 'MS133 1:1'],
		['<script>alert(1)</script>\n', 'MS133 1:1'],
		['<Step minutes={10}>\n\nx\n\n</Step>\n', 'MS134 1:1'],
		['<Note {...props}>x</Note>\n', 'MS134 1:1'],
		['<b onclick={x}>y</b>\n', 'MS134 1:1'],
		['a <b c\n', 'MS130 1:7'],
	])('%j is found where it stands and taken out', (text, place) => {
		const { findings, tree } = read(text, 'page.mdx');
		if (place) expect(places(findings)).toEqual([place]);
		else expect(findings.map(({ code }) => code[3])).toEqual(['3']);
		expect(JSON.stringify(tree)).not.toMatch(/"mdx|process\.env/);
	});

	test('allowed components are the directives', () => {
		const text =
			'<Step id="a" risk="reversible" minutes="5">\n\n### 标题\n\n<Expect>\n\n好\n\n</Expect>\n\n</Step>\n\n<Note>行内</Note>\n';
		const { document, findings } = read(text, 'page.mdx');
		expect(findings).toEqual([]);
		expect(document.procedure).toMatchObject([
			{ id: 'a', title: '标题', risk: 'reversible', minutes: 5, hasExpect: true, hasRollback: false },
		]);
	});

	test('plain elements are raw HTML, their links checked', () => {
		const text = '按 <kbd>F5</kbd>，见 <a href="b.md">乙</a><br />\n';
		const { document, findings } = read(text, 'page.mdx');
		expect(findings).toEqual([]);
		expect(document.references.map(({ target, range }) => [target, covered(text, range)])).toEqual([
			['b.md', 'b.md'],
		]);
	});

	test('comments are nothing', () => {
		expect(read('{/* 注 */}\n\n文\n', 'page.mdx').findings).toEqual([]);
	});
});

describe('trusted MDX', () => {
	const text = 'import X from "./x"\n\n## 标题\n\n<X a={1}>内 [链](b.md)</X>\n\n{1 + 1}\n';
	const mdx = { trusted: ['docs/trusted/**'] };

	test('is marked, not judged; headings, links and text are read', () => {
		const { document, findings } = read(text, 'trusted/page.mdx', { mdx });
		expect(findings).toEqual([]);
		expect(document.trustedMdx).toBe(true);
		expect(document.headings.map(({ id }) => id)).toEqual(['标题']);
		expect(document.references.map(({ target }) => target)).toEqual(['b.md']);
		expect(document.sections[0]?.text).toBe('内 链');
	});

	test('only where the settings say so, and never for .md', () => {
		expect(read(text, 'other/page.mdx', { mdx }).document.trustedMdx).toBeUndefined();
		expect(read(text, 'trusted/page.md', { mdx }).document.trustedMdx).toBeUndefined();
	});
});
