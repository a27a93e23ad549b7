import { describe, expect, test } from 'vitest';
import { checkProject, placeOf } from './mini-project.ts';

const PAGE = [
	'# Stock',
	'',
	'Count first.[^1]',
	'',
	'## Then',
	'',
	'Write it down.',
	'',
	'[^1]: In May.',
	'',
];

/** The page with lines put in below the given one. */
function findingsWith(below: number, ...lines: readonly string[]): string[] {
	const text = [...PAGE.slice(0, below), ...lines, ...PAGE.slice(below)].join('\n');
	return checkProject({ 'docs/a.md': text }).findings.map((finding) => `${finding.code} ${placeOf(finding)}`);
}

describe('one slip in Markdown', () => {
	test('is none in the page as it is', () => {
		expect(findingsWith(0)).toEqual([]);
	});

	test.each([
		[
			'a conflict that makes headings',
			5,
			['', '<<<<<<< HEAD', '=======', '#### X', '>>>>>>> b'],
			'MS425 docs/a.md:7:1',
		],
		[
			'a conflict with sections',
			7,
			['', '<<<<<<< HEAD', '## X', '=======', '##Y', '>>>>>>> b'],
			'MS425 docs/a.md:9:1',
		],
		['a fold that is not closed', 4, ['<details>', '<summary>A</summary>', ''], 'MS433 docs/a.md:5:1'],
		['overlapping tags of which one is lost', 4, ['<b><i>a</b>', ''], 'MS433 docs/a.md:5:4'],
		[
			'a misspelt tag with its partner',
			4,
			['<detials>', '', 'A.', '', '</details>', ''],
			'MS620 docs/a.md:5:1',
		],
		['a comment that is not closed', 8, ['<!-- ask ->', ''], 'MS433 docs/a.md:9:1'],
		['a wiki link to an id', 4, ['See [[RB-INV-0042|it]].', ''], 'MS214 docs/a.md:5:5'],
		['bold in a tight item', 4, ['- a', '-**b**', ''], 'MS434 docs/a.md:6:1'],
		['three tight items', 4, ['Do:', '1.a', '2.b', '3.c', ''], 'MS434 docs/a.md:6:1'],
		[
			'a note with a full-width colon, called twice',
			4,
			['A[^b] and B[^b].', '', '[^b]：C.', ''],
			'MS210 docs/a.md:7:1',
		],
		['a misspelt call of a note', 4, ['A[^note1].', '', '[^note2]: C.', ''], 'MS210 docs/a.md:5:2'],
		['a directive in indented code', 4, ['    :::note', '    A.', '    :::', ''], 'MS424 docs/a.md:5:5'],
	] as const)('%s is one finding', (_, below, lines, expected) => {
		expect(findingsWith(below, ...lines)).toEqual([expected]);
	});
});
