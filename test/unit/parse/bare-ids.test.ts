import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../../src/config/index.ts';
import { parseDocument } from '../../../src/parse/index.ts';

const { config } = resolveConfig('languages: [en]\n', { root: '/project', file: 'mainstay.yaml' });

/** `target line:column` of each reference in a body. */
function references(text: string): string[] {
	const source = { path: 'docs/a.md', docPath: 'a.md', text, hash: '' };
	return parseDocument(source, config).document.references.map(
		({ target, range }) => `${target} ${range.start.line}:${range.start.column}-${range.end.column}`,
	);
}

describe('a bare id in a sentence', () => {
	it.each([
		['# A\n\nSee kb:RB-INV-0042.\n', ['kb:RB-INV-0042 3:5-19']],
		['# A\n\nkb:RB-INV-0042\n', ['kb:RB-INV-0042 3:1-15']],
		[
			'# A\n\n同时按kb:PR-OPS-0030#severity，再看 kb:RB-DB-0001。\n',
			['kb:PR-OPS-0030#severity 3:4-27', 'kb:RB-DB-0001 3:31-44'],
		],
		['# A\n\n（kb:PR-OPS-0030#severity）\n', ['kb:PR-OPS-0030#severity 3:2-25']],
		['# A\n\n| a |\n|---|\n| kb:RB-DB-0001 |\n', ['kb:RB-DB-0001 5:3-16']],
		['# A\n\n> - **kb:RB-DB-0001** \\* kb:RB-DB-0002\n', ['kb:RB-DB-0001 3:7-20', 'kb:RB-DB-0002 3:26-39']],
	])('%j', (text, expected) => {
		expect(references(text)).toEqual(expected);
	});

	it.each([
		'`kb:RB-INV-0042`',
		'xkb:RB-INV-0042',
		'kb:RB-INV-42',
		'kb:rb-inv-0042',
		'https://x/kb:RB-INV-0042',
	])('leaves %s as it is', (text) => {
		expect(references(`# A\n\nSee ${text} here.\n`).filter((each) => each.startsWith('kb:'))).toEqual([]);
	});

	it('inside a link stays the text of that link', () => {
		expect(references('# A\n\n[kb:RB-INV-0042](b.md)\n')).toEqual(['b.md 3:18-22']);
	});
});
