import { describe, expect, test } from 'vitest';
import { html, tocOf } from './rendering.ts';

describe('headings', () => {
	test('carry a link to themselves; the title is left to the page', () => {
		const markup = html('# 题 {#t}\n\n## 一 `x` {#one}\n');
		expect(markup).toBe(
			'<div id="t"></div>\n<h2 id="one">一 <code>x</code> <a class="anchor" href="#one" aria-label="本节链接">#</a></h2>',
		);
	});

	test('make the table of contents, the title and depth four left out', () => {
		expect(tocOf('# 题\n\n## 一\n\n### 二 *斜*\n\n#### 三\n\n> ## 四\n')).toEqual([
			{ depth: 2, id: '一', text: '一' },
			{ depth: 3, id: '二-斜', text: '二 斜' },
			{ depth: 2, id: '四', text: '四' },
		]);
	});
});

describe('blocks', () => {
	test('tables scroll in a region of their own name', () => {
		const markup = html('| a | b |\n|---|--:|\n| 1 | 2 |\n\n文\n\n| c |\n|---|\n', 'page.en.md');
		expect(markup).toContain(
			'<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1"><table>',
		);
		expect(markup).toContain('aria-label="Table 2"');
		expect(markup).toContain('<td align="right">2</td>');
	});

	test('task lists', () => {
		expect(html('- [x] 甲\n- [ ] 乙\n')).toContain(
			'<li class="task-list-item"><input type="checkbox" checked disabled> 甲</li>',
		);
	});

	test.each([
		['page.md', '脚注', '回到脚注 1 的正文'],
		['page.zh-TW.md', '註腳', '回到註腳 1 的內文'],
		['page.en.md', 'Footnotes', 'Back to the text of note 1'],
	])('footnotes of %s', (docPath, title, back) => {
		const markup = html('文[^x]\n\n[^x]: 注\n', docPath);
		expect(markup).toContain(`<h2 id="footnote-label" class="sr-only">${title}</h2>`);
		expect(markup).toContain('<a id="fnref-x" href="#fn-x">1</a>');
		expect(markup).toContain('<li id="fn-x">');
		expect(markup).toContain(`href="#fnref-x" aria-label="${back}"`);
	});

	test('images load late, links and images have slots inside the tag', () => {
		expect(html('![图](a.png "题") [文](b.md "题")')).toBe(
			'<p><img alt="图" title="题" ⟨image 0⟩ loading="lazy" decoding="async"> <a title="题" ⟨link 1⟩>文</a></p>',
		);
	});

	test('a mermaid fence is a hole for a figure', () => {
		expect(html('前\n\n```mermaid\ngraph TD\n```\n')).toBe('<p>前</p>\n⟨diagram 0⟩');
	});
});

describe('directives', () => {
	test.each([
		['note', 'page.md', '说明'],
		['note', 'page.zh-TW.md', '說明'],
		['note', 'page.en.md', 'Note'],
		['danger', 'page.md', '危险'],
		['caution', 'page.en.md', 'Caution'],
		['tip', 'page.md', '提示'],
	])('%s in %s', (name, docPath, title) => {
		expect(html(`:::${name}\n文\n:::\n`, docPath)).toBe(
			`<aside class="admonition ${name}"><p class="admonition-title">${title}</p>\n<p>文</p>\n</aside>`,
		);
	});

	test('an own title, with markup', () => {
		expect(html(':::note[先 **停** 机]\n文\n:::\n')).toContain(
			'<p class="admonition-title">先 <strong>停</strong> 机</p>',
		);
	});

	test('alerts of GitHub are admonitions; other quotes are quotes', () => {
		expect(html('> [!WARNING]\n> 文\n')).toBe(
			'<aside class="admonition caution"><p class="admonition-title">注意</p>\n<p>文</p>\n</aside>',
		);
		expect(html('> [!WHAT]\n> 文\n')).toMatch(/^<blockquote>/);
	});

	test('a step shows number, risk and minutes in the language of the document', () => {
		const step =
			'::::step{#a risk=destructive minutes=10}\n### 题\n:::expect\n好\n:::\n:::rollback\n回\n:::\n::::\n';
		const markup = html(`:::step\n一\n:::\n\n${step}`);
		expect(markup).toContain('<section id="step-1" class="step" data-risk="read-only">');
		expect(markup).toContain('<section id="a" class="step" data-risk="destructive" data-minutes="10">');
		expect(markup).toContain('<span class="step-index">第 2 步</span>');
		expect(markup).toContain('<span class="step-risk destructive">不可逆</span>');
		expect(markup).toContain('<span class="step-minutes">10 分钟</span>');
		expect(markup).toContain('<div class="expect"><p class="expect-title">预期结果</p>');
		expect(markup).toContain('<div class="rollback"><p class="rollback-title">回退方法</p>');
		expect(html(step, 'page.en.md')).toMatch(/Step 1<.*Destructive<.*10 min</);
	});

	test('foreign directives are printed as they are written', () => {
		expect(html(':::foo[x]{a=b}\n主机:端口 ::y\n:::')).toBe('<p>:::foo[x]{a=b}\n主机:端口 ::y\n:::</p>');
	});
});

describe('MDX', () => {
	test('components give what directives give', () => {
		expect(html('<Note>\n\n文\n\n</Note>\n', 'page.mdx')).toBe(html(':::note\n文\n:::\n'));
	});

	test('code that is refused leaves no trace', () => {
		expect(html('import a from "b"\n\n甲 {secret} 乙\n\n<Chart x="1">内</Chart>\n', 'page.mdx')).not.toMatch(
			/import|secret|Chart/,
		);
	});
});

test('the same input gives the same bytes', () => {
	const text = '## 一\n\n```sql\nselect 1\n```\n\n<b id="x">粗</b>\n\n[a](b)\n';
	expect(html(text)).toBe(html(text));
});
