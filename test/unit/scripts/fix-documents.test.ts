import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../src/rules/index.ts';
import { checkProject } from '../../rules/mini-project.ts';
import { type Files, mendFiles } from './memory-world.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/projects', import.meta.url));

/** The text documents of a fixture; what is no UTF-8 is no matter for mending. */
function fixture(name: string): Files {
	const folder = join(FIXTURES, name);
	const files: Record<string, string> = {};
	for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!/\.(md|mdx)$|^mainstay\.yaml$/.test(path) || !statSync(join(folder, path)).isFile()) continue;
		files[path] = readFileSync(join(folder, path), 'utf8');
	}
	return files;
}

function countOf(files: Files): number {
	return checkProject(files).findings.length;
}

const RUNBOOK = `---
# why this is here
title: "Stock is wrong"   # said so by the shop floor
owner: keeper
summary: 'Count again: twice'
exceptionClass: user-operation
symptoms: [wrong numbers]
severity: S2
impct: Deliveries stop.
review: {every: P6M, on: 2026/3/1} # the date is wrong
x-shelf:   B12
---

## Diagnosis

Look at [the guide](../guides/Stock.MD#count-the-shelve "Count").
`;

describe('mending a document', () => {
	test('every sort of slip, and not a byte besides', () => {
		const files = {
			'mainstay.yaml': 'kinds: {"runbooks/**": runbook}\n',
			'docs/runbooks/stock.md': RUNBOOK.replaceAll('\n', '\r\n').trimEnd(),
			'docs/guides/stock.md': '# Stock\n\n## Count the shelves\n',
		};
		const { files: after, mended } = mendFiles(files);
		expect(after['docs/runbooks/stock.md']).toBe(
			RUNBOOK.replace('---\n', '---\nid: RB-GEN-0001\n')
				.replace('impct', 'impact')
				.replace('2026/3/1', '2026-03-01')
				.replace('../guides/Stock.MD#count-the-shelve ', '../guides/stock.md#count-the-shelves ')
				.replaceAll('\n', '\r\n')
				.trimEnd(),
		);
		expect(mended.map(({ finding }) => finding.code).sort()).toEqual([
			'MS101',
			'MS102',
			'MS105',
			'MS202',
			'MS203',
		]);
	});

	test('a translation takes the id of the version beside it; a log waits for its date', () => {
		const { files } = mendFiles({
			'mainstay.yaml': 'languages: [zh-CN, en]\n',
			'docs/a.md': '---\nkind: runbook\ntitle: A\n---\n[x](kb:RB-GEN-0007)\n',
			'docs/a.en.md': '---\nkind: runbook\ntitle: A\n---\n',
			'docs/log.md': '---\nkind: system-log\ntitle: L\ndate: 2025/1/2\n---\n',
		});
		// RB-GEN-0007 is missing, yet named: a new document must not become what that link means.
		expect(files['docs/a.md']).toContain('id: RB-GEN-0008\n');
		expect(files['docs/a.en.md']).toContain('id: RB-GEN-0008\n');
		expect(files['docs/log.md']).toBe(
			'---\nid: LOG-2025-0001\nkind: system-log\ntitle: L\ndate: 2025-01-02\n---\n',
		);
	});

	test.each([
		['a page moved in git', 'docs/old/a.md', '[x](../old/a.md#t)', '[x](../new/b.md#t)'],
		['without its ending', 'docs/old/a.md', '[x](../old/a)', '[x](../new/b)'],
		['from the documents folder', 'docs/old/a.md', '[x](/old/a.md)', '[x](/new/b.md)'],
		[
			'in HTML',
			'docs/old/a.md',
			'<a title="../old/a.md" href="../old/a.md">x</a>',
			'<a title="../old/a.md" href="../new/b.md">x</a>',
		],
		['as a definition', 'docs/old/a.md', '[x]\n\n[x]: <../old/a.md> "T"', '[x]\n\n[x]: <../new/b.md> "T"'],
	])('follows %s', (_, oldFile, written, right) => {
		const files = { 'docs/g/from.md': `# From\n\n${written}\n`, 'docs/new/b.md': '# B\n\n## T\n' };
		const { files: after } = mendFiles(files, { [oldFile]: 'docs/new/b.md' });
		expect(after['docs/g/from.md']).toBe(`# From\n\n${right}\n`);
	});

	test('follows redirects: of pages by their address, of ids', () => {
		const { files } = mendFiles({
			'docs/from.md': '# From\n\n[x](guides/old.md) [y](/docs/guides/old/)\n',
			'docs/new.md': '---\ntitle: New\nredirectFrom: [/docs/guides/old/]\n---\n',
		});
		expect(files['docs/from.md']).toBe('# From\n\n[x](new.md) [y](/docs/new.md)\n');
	});

	test.each([
		['a key whose right name is there', '---\nkind: process\ntitle: A\ntitel: B\n---\n', 'titel: B'],
		['a day that may be a month', '---\nkind: system-log\ntitle: A\ndate: 03/04/2026\n---\n', '03/04/2026'],
		['a day that no calendar has', '---\nkind: system-log\ntitle: A\ndate: 2026/4/31\n---\n', '2026/4/31'],
		['an anchor with another number', '# A\n\n[x](#step-2)\n\n## Step 1\n', '#step-2'],
		['a link nobody knows', '# A\n\n[x](nowhere.md)\n', 'nowhere.md'],
		['an address with escapes', '# A\n\n[x](B&#46;md)\n', 'B&#46;md'],
	])('leaves alone %s', (_, text, kept) => {
		const { files } = mendFiles({ 'docs/a.md': text, 'docs/b.md': '# B\n' });
		expect(files['docs/a.md']).toContain(kept);
	});

	test('what a writer ignores with a reason is not mended', () => {
		const text = '# A\n\n<!-- mainstay-ignore MS203: the tool abroad wants it -->\n\n[x](B.md)\n';
		expect(mendFiles({ 'docs/a.md': text, 'docs/b.md': '# B\n' }).texts.size).toBe(0);
	});
});

describe('over every fixture and every bad example', () => {
	const projects: [string, Files][] = [
		...readdirSync(FIXTURES).map((name): [string, Files] => [name, fixture(name)]),
		...rules.flatMap(({ code, examples }) =>
			examples.bad.map(({ files }, index): [string, Files] => [`${code} bad ${index + 1}`, files]),
		),
	];
	test('a second run changes nothing more, and nothing gets worse', { timeout: 60_000 }, () => {
		for (const [name, files] of projects) {
			const first = mendFiles(files);
			const second = mendFiles(first.files);
			expect([name, [...second.texts.keys()]]).toEqual([name, []]);
			expect([name, first.exhausted]).toEqual([name, false]);
			expect([name, countOf(first.files) <= countOf(files)]).toEqual([name, true]);
		}
	});
});

/** A line of frontmatter or a block of body: wrong and right. */
type Slip = readonly [wrong: string, right: string];

const FIELDS: readonly Slip[] = [
	['# a comment: with [brackets]', '# a comment: with [brackets]'],
	['x-note:  \'kept: as "is"\'  # tail', 'x-note:  \'kept: as "is"\'  # tail'],
	['impct: "Deliveries stop"', 'impact: "Deliveries stop"'],
	['"minuts": 20', '"minutes": 20'],
	[
		'review:\n  every: P6M\n  on: "2026.3.1"   # measured',
		'review:\n  every: P6M\n  on: "2026-03-01"   # measured',
	],
	['modules:\n    - inventory', 'modules:\n    - inventory'],
];

const BLOCKS: readonly Slip[] = [
	['See [a](Goal.md).', 'See [a](goal.md).'],
	['* [b](<./GOAL.md#t> "Title")\n* x', '* [b](<./goal.md#t> "Title")\n* x'],
	[
		'| a | b |\n|---|---|\n| [c](gone.md?x#t) | `[d](gone.md)` |',
		'| a | b |\n|---|---|\n| [c](goal.md?x#t) | `[d](gone.md)` |',
	],
	['```\n[e](Goal.md)\n```', '```\n[e](Goal.md)\n```'],
	['> <a id=x href="Goal.md">f</a>', '> <a id=x href="goal.md">f</a>'],
	['[g](goal.md#the-tail)', '[g](goal.md#the-tails)'],
	['库存，见[目标](Goal.md)。', '库存，见[目标](goal.md)。'],
];

describe('random documents', () => {
	const part = fc.tuple(
		fc.subarray([...FIELDS]),
		fc.array(
			fc.oneof(
				fc.constantFrom(...BLOCKS),
				fc.stringMatching(/^[a-z 0-9*_.、—]{1,20}$/).map((text): Slip => [text, text]),
			),
		),
		fc.constantFrom('\n', '\r\n'),
		fc.boolean(),
	);
	test('exactly the slips are mended; everything else stays byte for byte; twice is as good as once', () => {
		fc.assert(
			fc.property(part, ([fields, blocks, end, ended]) => {
				const write = (side: 0 | 1): string => {
					const head = [
						'---',
						'kind: runbook',
						'id: RB-GEN-0001',
						'title: T',
						...fields.map((each) => each[side]),
						'---',
					];
					const body = blocks.map((each) => each[side]).join('\n\n');
					return `${head.join('\n')}\n\n${body}${ended ? '\n' : ''}`.replaceAll('\n', end);
				};
				const others = { 'docs/goal.md': '# Goal\n\n## T\n\n## The tails\n' };
				const renames = { 'docs/gone.md': 'docs/goal.md' };
				const once = mendFiles({ ...others, 'docs/a.md': write(0) }, renames);
				expect(once.files['docs/a.md']).toBe(write(1));
				expect(mendFiles(once.files, renames).texts.size).toBe(0);
			}),
			{ numRuns: 60 },
		);
	});
});
