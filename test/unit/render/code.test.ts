import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHighlight } from '../../../src/render/highlight.ts';
import { html } from './rendering.ts';

const highlight = createHighlight();

function plain(markup: string): string {
	return markup
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}

describe('code blocks', () => {
	test('are coloured by classes, with a label', () => {
		expect(html('```SQL\nSELECT a FROM b -- 注\n```\n')).toBe(
			'<div class="code"><span class="code-language">SQL</span><pre tabindex="0"><code><span class="k">SELECT</span> a <span class="k">FROM</span> b <span class="c">-- 注</span></code></pre></div>',
		);
	});

	test('no inline styles, and neighbours of one class are one element', () => {
		const markup = html('```js\nconst a = "x" + "y"; // z\nreturn null\n```\n');
		expect(markup).not.toContain('style=');
		expect(markup).not.toMatch(/<span class="(\w)">[^<]*<\/span>\s*<span class="\1">/);
	});

	test.each(['nonsense', 'text', '', '../../etc/passwd', '__proto__'])(
		'language %j is plain text',
		(lang) => {
			const { html: markup } = highlight('a < b', lang, () => false);
			expect(markup).toBe('a &lt; b');
		},
	);

	test('indented code has no label', () => {
		expect(html('    a < b\n')).toBe('<div class="code"><pre tabindex="0"><code>a &lt; b</code></pre></div>');
	});

	test('very long code stays plain', () => {
		const { html: markup } = highlight('select 1;\n'.repeat(5000), 'sql', () => false);
		expect(markup).not.toContain('<span');
	});

	test('every class has a colour, in light and dark', () => {
		const css = readFileSync(new URL('../../../src/render/code.css', import.meta.url), 'utf8');
		for (const letter of 'cksnftaid')
			expect(css).toMatch(new RegExp(`\\.code \\.${letter} \\{[^}]*light-dark\\(`));
	});

	test('nothing of the text is lost or added', () => {
		const piece = fc.constantFrom(
			'SELECT ',
			"'",
			'"',
			'--',
			'\n',
			' ',
			'\t',
			'{{a}}',
			'{{',
			'}}',
			'<b>',
			'&',
			'中文',
			'/*',
			'*/',
			'1',
			';',
			'$x',
			'\\',
		);
		fc.assert(
			fc.property(
				fc.array(piece, { maxLength: 25 }),
				fc.constantFrom('sql', 'bash', 'yaml', 'nope'),
				(parts, lang) => {
					const code = parts.join('');
					expect(plain(highlight(code, lang, () => true).html)).toBe(code);
				},
			),
			{ numRuns: 200 },
		);
	});
});

describe('parameters', () => {
	const head = '---\nkind: runbook\n---\n';
	const mark = '<span class="parameter" data-parameter="item_code">{{item_code}}</span>';

	test('are marked in coloured, plain and inline code of a runbook', () => {
		expect(html(`${head}\`\`\`sql\nWHERE a = '{{item_code}}'\n\`\`\`\n`)).toContain(
			`'</span>${mark}<span class="s">'`,
		);
		expect(html(`${head}\`\`\`\n{{item_code}}\n\`\`\`\n`)).toContain(mark);
		expect(html(`${head}\`a {{item_code}} b\`\n`)).toContain(`<code>a ${mark} b</code>`);
	});

	test('not in running text, not in other kinds, unless declared', () => {
		expect(html(`${head}{{item_code}}\n`)).not.toContain('data-parameter');
		expect(html('`{{item_code}}`\n')).not.toContain('data-parameter');
	});

	test('names are names', () => {
		expect(html(`${head}\`{{a"onclick=x}} {{ b-c }}\`\n`)).toBe(
			'<p><code>{{a"onclick=x}} <span class="parameter" data-parameter="b-c">{{ b-c }}</span></code></p>',
		);
	});
});
