import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validateFrontmatter } from '../../../schemas/index.ts';
import {
	extensionSnippetsText,
	snippets,
	workspaceSnippetsText,
} from '../../../scripts/generate/snippets.ts';
import { DOCUMENT_KINDS, INTERFACE_LANGUAGES, type SchemaIssue } from '../../../src/model/index.ts';
import { OPEN } from '../schemas/samples.ts';

/** What an editor leaves when the writer takes the first choice and the given words, and `fill` elsewhere. */
function expanded(body: readonly string[], fill: string): string {
	return body
		.join('\n')
		.replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/g, '2026-01-31')
		.replace(/\$\{\d+\|((?:[^|\\]|\\.)*)\|\}/g, (_all, choices: string) => choices.split(',')[0] ?? '')
		.replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
		.replace(/(?<!\\)\$0/g, '')
		.replace(/(?<!\\)\$\d+/g, fill)
		.replace(/\\([\\$}])/g, '$1');
}

describe.each(INTERFACE_LANGUAGES)('snippets in %s', (language) => {
	const all = snippets([language]);

	it.each(DOCUMENT_KINDS)('a new %s lacks only what the writer knows', (kind) => {
		const text = expanded(all[kind]?.body ?? [], 'x');
		const frontmatter = parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') as Record<string, unknown>;
		const { issues } = validateFrontmatter(kind, frontmatter, OPEN);
		const grave: SchemaIssue['type'][] = ['missing', 'unknown-key', 'not-allowed'];
		// What only this case needs stands there as a comment.
		const offered = (key: string): boolean => text.includes(`# ${key}:`);
		expect(issues.filter(({ type, key }) => grave.includes(type) && !offered(key))).toEqual([]);
		expect(frontmatter['title']).toBe('x');
	});

	it('are YAML, or Markdown without a hole left over', () => {
		for (const [name, { body }] of Object.entries(all)) {
			const text = expanded(body, 'x');
			expect(text, name).not.toMatch(/[«»]|\$\{|\$\d/);
			if (name.startsWith('field-') || name === 'process-steps')
				expect(Object.keys(parse(text))).toHaveLength(1);
		}
	});

	it('count their tab stops from 1, each once, and end in 0', () => {
		for (const [name, { body }] of Object.entries(all)) {
			const text = body
				.join('\n')
				.replaceAll('\\$', '')
				.replace(/\$CURRENT_\w+/g, '');
			const numbers = [...text.matchAll(/\$\{?(\d+)/g)].map(([, number]) => Number(number));
			expect(numbers, name).toEqual([...numbers.slice(0, -1).map((_each, index) => index + 1), 0]);
		}
	});
});

describe('the set of snippets', () => {
	it('says the language where there are several', () => {
		const names = Object.keys(snippets(INTERFACE_LANGUAGES));
		expect(names).toContain('runbook-zh-TW');
		expect(names).toHaveLength(Object.keys(snippets(['en'])).length * 3);
	});

	it('is found by its Chinese name as well', () => {
		expect(snippets(['zh-CN'])['runbook']?.prefix).toEqual(['ms-runbook', '运行手册']);
		expect(snippets(['zh-TW'])['step']?.prefix).toEqual(['ms-step', '手冊步驟']);
	});

	it('leaves dollar signs and braces of a text alone', () => {
		const { body } = snippets(['en'])['parameter'] ?? { body: [] };
		expect(body.join()).toBe(`{{$\{1:item_code}}}$0`);
	});

	it('names the language of the file only where the file does not', () => {
		expect(extensionSnippetsText()).not.toContain('"scope"');
		const workspace = JSON.parse(workspaceSnippetsText('zh-CN')) as Record<string, { scope: string }>;
		expect(new Set(Object.values(workspace).map(({ scope }) => scope))).toEqual(new Set(['markdown,mdx']));
	});
});
