import { expect, it } from 'vitest';
import { reporters } from '../../../../scripts/reporters/index.ts';
import type { Diagnostic } from '../../../../src/model/index.ts';

it('nothing from a document ends a line of the report or commands the terminal', () => {
	const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
	const hostile = 'a\n::error::b\r\u001b[31m\u2028c';
	const diagnostic: Diagnostic = {
		code: 'MS201',
		rule: 'link-target-missing',
		severity: 'error',
		message: hostile,
		file: `${hostile}.md`,
		range,
		related: [{ file: `${hostile}.md`, range, message: hostile }],
		suggestions: [{ value: hostile }],
		docsUrl: 'https://mainstay.example/rules/MS201/',
	};
	const text = String(
		reporters['pretty']?.({
			diagnostics: [diagnostic],
			summary: { files: 1, documents: 1, errors: 1, warnings: 0, hints: 0, durationMs: 0 },
			locale: 'en',
			color: false,
			lineOf: () => hostile.replace('\n', ''),
			prefix: '',
			version: '0',
		}),
	);
	expect(text.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
	expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028]/u);
});
