import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../../src/config/index.ts';
import { parseDocument } from '../../../src/parse/index.ts';

const { config } = resolveConfig('languages: [en]\n', { root: '/project', file: 'mainstay.yaml' });

function read(text: string, path = 'docs/a.md') {
	const source = { path, docPath: path.slice(5), text, hash: 'x' };
	const { document, findings } = parseDocument(source, config);
	return {
		covered: (document.suppressions ?? []).map(({ codes, lines, reason }) => [
			codes.join(),
			...lines,
			reason,
		]),
		findings: findings.map(({ code, range }) => `${code} ${range.start.line}:${range.start.column}`),
	};
}

describe('comments that ignore findings', () => {
	it('cover the block below: a paragraph, a table, a fence, a list, with or without a blank line', () => {
		const text = (block: string): string =>
			`# A\n\n<!-- mainstay-ignore MS201: why -->\n\n${block}\n\nText.\n`;
		expect(read(text('One\ntwo.')).covered).toEqual([['MS201', 3, 6, 'why']]);
		expect(read(text('| a |\n| - |\n| b |')).covered).toEqual([['MS201', 3, 7, 'why']]);
		expect(read(text('```sh\na\n\nb\n```')).covered).toEqual([['MS201', 3, 9, 'why']]);
		expect(read(text('- a\n\n- b')).covered).toEqual([['MS201', 3, 7, 'why']]);
		expect(read('# A\n\n<!-- mainstay-ignore MS201: why -->\nOne.\n').covered).toEqual([
			['MS201', 3, 4, 'why'],
		]);
	});

	it('cover only the opening line of a step, and share a block when they follow each other', () => {
		const step = '<!-- mainstay-ignore MS401: why -->\n::::step{#a}\n### A\n\nText.\n::::\n';
		expect(read(step).covered).toEqual([['MS401', 1, 2, 'why']]);
		const two = '<!-- mainstay-ignore MS201: one -->\n<!-- mainstay-ignore MS203，MS202： 二 -->\n\nText.\n';
		expect(read(two).covered).toEqual([
			['MS201', 1, 4, 'one'],
			['MS203,MS202', 2, 4, '二'],
		]);
	});

	it('cover the field below in frontmatter, with its entries', () => {
		const text = [
			'---',
			'# mainstay-ignore MS101: later',
			'escalation:',
			'- channel: phone',
			'  vendor: x',
			'title: A',
			'review:',
			'  # mainstay-ignore MS105: why',
			'  on: soon',
			'  every: P6M',
			'summary: |',
			'  text',
			'  # mainstay-ignore MS102: a text, not a comment',
			'---',
			'',
			'Text.',
		].join('\n');
		expect(read(text).covered).toEqual([
			['MS101', 2, 5, 'later'],
			['MS105', 8, 9, 'why'],
		]);
	});

	it('are read in MDX, in lists and in quotes, and never inside code', () => {
		expect(read('# A\n\n{/* mainstay-ignore MS201: why */}\n\nText.\n', 'docs/a.mdx').covered).toEqual([
			['MS201', 3, 5, 'why'],
		]);
		expect(read('- a\n\n  <!-- mainstay-ignore MS201: why -->\n\n  b\n').covered).toEqual([
			['MS201', 3, 5, 'why'],
		]);
		expect(read('> <!-- mainstay-ignore MS201: why -->\n>\n> b\n').covered).toEqual([['MS201', 1, 3, 'why']]);
		const code =
			'# A\n\n```md\n<!-- mainstay-ignore MS201: why -->\n```\n\n    <!-- mainstay-ignore MS201 -->\n';
		expect(read(code)).toEqual({ covered: [], findings: [] });
	});

	it('count only with a code and a reason', () => {
		const text =
			'# A\n\n<!-- mainstay-ignore MS201 -->\n\nText.\n\n  <!-- mainstay-ignore: why -->\n\nText.\n';
		expect(read(text)).toEqual({ covered: [], findings: ['MS140 3:1', 'MS142 7:3'] });
		expect(read('---\n# mainstay-ignore MS201:\ntitle: A\n---\n').findings).toEqual(['MS140 2:1']);
	});

	it('read codes in small letters and with blanks between', () => {
		expect(read('<!-- mainstay-ignore ms201 MS202: why -->\nOne.\n').covered).toEqual([
			['MS201,MS202', 1, 2, 'why'],
		]);
	});

	it.each([
		['One <!-- mainstay-ignore MS201: why --> two.\n', 'MS142 1:10'],
		['<!--\nmainstay-ignore MS201: why\n-->\nOne.\n', 'MS142 2:1'],
		['---\ntitle: A # mainstay-ignore MS103: why\n---\n\nOne.\n', 'MS142 2:12'],
	])('that cover nothing by their place are told: %j', (text, finding) => {
		expect(read(text)).toEqual({ covered: [], findings: [finding] });
	});

	it('are no comments in code, nor in prose about them', () => {
		expect(read('Write `<!-- mainstay-ignore MS201: why -->` above.\n').findings).toEqual([]);
		expect(read('```md\nOne <!-- mainstay-ignore MS201: why -->\n```\n').findings).toEqual([]);
		expect(read('The word mainstay-ignore stands in a comment.\n').findings).toEqual([]);
	});
});
