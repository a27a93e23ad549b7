import { describe, expect, test } from 'vitest';
import { processExample, runbookExample } from '../../src/rules/example-documents.ts';
import { checkProject, placeOf } from './mini-project.ts';

function placesOf(code: string, files: Readonly<Record<string, string>>): string[] {
	const found = checkProject(files).findings.filter((each) => each.code === code);
	return found.map((finding) => {
		const { start, end } = finding.range;
		const line = files[finding.file]?.split(/\r\n|\n/)[start.line - 1] ?? '';
		return `${placeOf(finding)} ${start.line === end.line ? line.slice(start.column - 1, end.column - 1) : '…'}`;
	});
}

describe('the exact place', () => {
	test('of a nested key, in block and flow style, and of a value far down', () => {
		const block = runbookExample('escalation:\n  - afterMinutes: 5\n    to: dba\n    chanel: phone');
		expect(placesOf('MS102', { 'docs/a.md': block })).toEqual(['docs/a.md:14:5 chanel']);
		const flow = runbookExample('review: {every: P6M, methd: drill}');
		expect(placesOf('MS102', { 'docs/a.md': flow })).toEqual(['docs/a.md:11:22 methd']);
		const value = processExample(
			'steps:\n  - id: a\n    name: A\n    type: start\n    next:\n      - {to: [b]}',
		);
		expect(placesOf('MS104', { 'docs/p.md': value })).toEqual(['docs/p.md:14:14 [b]']);
	});

	test('of a missing key: its parent, or the frontmatter', () => {
		const nested = runbookExample('workarounds:\n  - until: 2027-01-01\n    reconcile: daily');
		expect(placesOf('MS101', { 'docs/a.md': nested })).toEqual(['docs/a.md:12:5 ']);
		const map = runbookExample('appliesTo:\n  releases: ["15"]');
		expect(placesOf('MS101', { 'docs/a.md': map })).toEqual(['docs/a.md:11:1 appliesTo']);
		const top = runbookExample().replace('summary: Find the difference and recalculate the balance.\n', '');
		expect(placesOf('MS101', { 'docs/a.md': top })).toEqual(['docs/a.md:1:1 ---']);
	});

	test('of a link inside a table, a list in a quote, a heading, a step and a footnote', () => {
		const body = [
			'# 甲',
			'',
			'| 列 | 二 |',
			'| --- | --- |',
			'| 甲 | 见 [表](gone-a.md) |',
			'',
			'> - 见 [列](gone-b.md)',
			'',
			'## 看 [题](gone-c.md)',
			'',
			'::::step{#x}',
			'### 看',
			'1. 见 ![图](gone-d.png)',
			'::::',
			'',
			'注[^1]',
			'',
			'[^1]: 见 [注](gone-e.md)。',
		];
		const files = { 'docs/a.md': body.join('\n') };
		expect(placesOf('MS201', files).sort()).toEqual([
			'docs/a.md:18:13 gone-e.md',
			'docs/a.md:5:13 gone-a.md',
			'docs/a.md:7:11 gone-b.md',
			'docs/a.md:9:10 gone-c.md',
		]);
		expect(placesOf('MS204', files)).toEqual(['docs/a.md:13:11 gone-d.png']);
	});

	test('of a node inside a mermaid fence, in a list too', () => {
		const fence = [
			'- a',
			'',
			'  ```mermaid',
			'  flowchart LR',
			'    A --> B',
			'    click B "gone.md"',
			'  ```',
		];
		expect(placesOf('MS209', { 'docs/a.md': `# A\n\n${fence.join('\n')}\n` })).toEqual([
			'docs/a.md:8:14 gone.md',
		]);
	});

	test('is the same with CRLF line ends', () => {
		const text = runbookExample('review: {every: P6M, methd: drill}', '\n## Diagnosis\n\n[x](gone.md)\n');
		const files = { 'docs/a.md': text.replaceAll('\n', '\r\n') };
		expect(placesOf('MS102', files)).toEqual(['docs/a.md:11:22 methd']);
		expect(placesOf('MS201', files)).toEqual(['docs/a.md:16:5 gone.md']);
	});
});
