import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processExample, runbookExample } from '../../src/rules/example-documents.ts';
import { checkProject } from './mini-project.ts';

/** A knowledge base without a finding; every mutation below makes exactly one. */
const VALID: Readonly<Record<string, string>> = {
	'mainstay.yaml': 'languages: [en, zh-CN]\nroles: {it-support: IT, sales-manager: Sales, dba: DBA}\n',
	'docs/order.md': processExample(
		[
			'lanes: [sales-manager, dba]',
			'steps:',
			'  - {id: order, name: Order, type: start, role: sales-manager, next: check}',
			'  - {id: check, name: Check, type: decision, role: dba, next: [{to: pay, when: good}, {to: order, when: bad}]}',
			'  - {id: pay, name: Pay, type: end, role: dba, runbooks: [RB-INV-0042]}',
			'lang: en',
		].join('\n'),
	),
	'docs/stock.md': runbookExample(
		[
			'review: {every: P6M, on: 2026-10-31, method: drill}',
			'appliesTo: {product: ERPNext, releases: ["15"]}',
			'escalation:',
			'  - {afterMinutes: 15, to: dba}',
			'related: [PR-O2C-0001]',
		].join('\n'),
		[
			'',
			'## Diagnosis',
			'',
			'| Report | Use |',
			'| --- | --- |',
			'| [Map](order.md#pay) | first[^1] |',
			'',
			'[^1]: As agreed.',
			'',
			'## Steps',
			'',
			'::::step{#recalculate risk=destructive}',
			'### Recalculate',
			'',
			'```sql',
			'UPDATE bin SET qty = 0;',
			'```',
			'',
			':::rollback',
			'Restore the table.',
			':::',
			'::::',
			'',
			'```mermaid',
			'flowchart LR',
			'  A --> B',
			'  click A "order.md"',
			'```',
			'',
		].join('\n'),
	),
};

interface Mutation {
	readonly file: string;
	readonly from: string;
	readonly to: string;
	readonly code: string;
	/** What the finding must stand on, a part of `to` or of the line. */
	readonly on: string;
}

const letters = fc.stringMatching(/^[a-z]{6,9}$/).map((word) => `zq${word}`);
const inFile =
	(file: string) =>
	(from: string, to: string, code: string, on: string): Mutation => ({
		file: `docs/${file}.md`,
		from,
		to,
		code,
		on,
	});
const stock = inFile('stock');
const order = inFile('order');

const mutations: fc.Arbitrary<Mutation> = letters.chain((word) =>
	fc.constantFrom(
		stock('method: drill', `${word}: drill`, 'MS102', word),
		stock('method: drill', `method: ${word}`, 'MS103', word),
		stock('every: P6M', `every: ${word}`, 'MS105', word),
		stock('on: 2026-10-31', `on: 2026-13-31`, 'MS105', '2026-13-31'),
		stock('afterMinutes: 15', `afterMinutes: ${word}`, 'MS104', word),
		stock('to: dba}', `to: ${word}}`, 'MS106', word),
		stock('releases: ["15"]', 'releases: [1.10]', 'MS109', '1.10'),
		stock('product: ERPNext, ', '', 'MS101', 'appliesTo'),
		stock('[PR-O2C-0001]', '[PR-O2C-0999]', 'MS205', 'PR-O2C-0999'),
		stock('order.md#pay', `${word}.md`, 'MS201', `${word}.md`),
		stock('order.md#pay', `order.md#${word}`, 'MS202', `order.md#${word}`),
		stock('order.md#pay', 'Order.md#pay', 'MS203', 'Order.md#pay'),
		stock('first[^1]', `first[^1][^${word}]`, 'MS210', `[^${word}]`),
		stock('first[^1]', `[first][${word}][^1]`, 'MS211', word),
		stock('first[^1]', 'first[^1] ![](order.md)', 'MS212', '![](order.md)'),
		stock('click A "order.md"', `click A "${word}.md"`, 'MS209', `${word}.md`),
		stock('### Recalculate', '##### Recalculate', 'MS421', '##### Recalculate'),
		stock('```sql', '```', 'MS422', '```'),
		stock(':::rollback\nRestore the table.\n:::\n', '', 'MS401', '::::step'),
		stock('\n## Steps\n', '\n## Notes\n\n## Steps\n', 'MS420', '## Notes'),
		stock('| Report |', '| 先看,再改 |', 'MS423', ','),
		stock('[Map](order.md#pay)', '[Map](order.md#pay）', 'MS214', '[Map]'),
		stock('[Map](order.md#pay)', '[Map] (order.md#pay)', 'MS214', '[Map]'),
		stock('first[^1]', 'KB：RB-INV-0042[^1]', 'MS214', 'KB：RB-INV-0042'),
		stock('first[^1]', 'first[^1] [](#steps)', 'MS215', '[](#steps)'),
		stock('```\n\n:::rollback', '\n:::rollback', 'MS427', '```sql'),
		stock('first[^1] |', `first[^1] | ${word} |`, 'MS428', word),
		stock('| --- | --- |', '| --- |', 'MS429', '| --- |'),
		stock('| --- | --- |', '| --- | -- x |', 'MS429', '| --- | -- x |'),
		stock('## Diagnosis', '##Diagnosis', 'MS430', '##Diagnosis'),
		stock('## Diagnosis', '##', 'MS431', '##'),
		stock('```mermaid', '```mmermaid', 'MS432', 'mmermaid'),
		stock('click A', `click ${word}`, 'MS320', word),
		stock('Restore the table.\n:::\n', 'Restore the table.\n', 'MS121', ':::rollback'),
		stock('::::step', ':::step', 'MS121', ':::step'),
		stock('Restore the table.\n:::\n', 'Restore the table.\n::::\n', 'MS121', ':::rollback'),
		stock('::::step{#recalculate risk=destructive}\n', '', 'MS424', '::::'),
		order('next: check}', `next: ${word}}`, 'MS311', word),
		order('runbooks: [RB-INV-0042]', 'runbooks: [RB-INV-0999]', 'MS205', 'RB-INV-0999'),
		order('type: decision', `type: ${word}`, 'MS103', word),
		order('title: Order to cash\n', `title: Order to cash\ntitle: ${word}\n`, 'MS111', 'title'),
	),
);

describe('one mutation of valid documents', () => {
	test('the documents themselves are clean', () => {
		expect(checkProject(VALID).findings.map(({ code, file, range }) => [code, file, range.start])).toEqual(
			[],
		);
	});

	test('is found at its place, with little else', () => {
		fc.assert(
			fc.property(mutations, fc.boolean(), ({ file, from, to, code, on }, crlf) => {
				const before = VALID[file] ?? '';
				expect(before).toContain(from);
				const changed = before.replace(from, to);
				const text = crlf ? changed.replaceAll('\n', '\r\n') : changed;
				const { findings } = checkProject({ ...VALID, [file]: text });
				const found = findings.filter((each) => each.code === code);
				expect(found.map((each) => each.file)).toEqual([file]);
				const { line, column } = found[0]?.range.start ?? { line: 0, column: 0 };
				const written = text.split(/\r?\n/)[line - 1]?.slice(column - 1) ?? '';
				expect(written.startsWith(on)).toBe(true);
				// A process whose step leads nowhere has steps that nothing leads to: consequences, all in the one file.
				expect(findings.filter((each) => each.code !== code).map((each) => each.file)).toEqual(
					findings.filter((each) => each.code !== code).map(() => file),
				);
			}),
			{ numRuns: 200, seed: 20261122 },
		);
	});

	test('of any characters never ends the run, and every finding stands inside its file', () => {
		const files = Object.keys(VALID).filter((file) => file.endsWith('.md'));
		const spans = fc.record({
			file: fc.constantFrom(...files),
			at: fc.nat(),
			length: fc.nat({ max: 12 }),
			insert: fc.oneof(
				fc.string({ maxLength: 6 }),
				fc.constantFrom(
					'---\n',
					'"',
					'[',
					'{',
					': ',
					'\t',
					':::',
					'```',
					'中,文',
					'[^x]',
					'\0',
					'\r',
					'<!-- ',
				),
			),
		});
		fc.assert(
			fc.property(spans, ({ file, at, length, insert }) => {
				const before = VALID[file] ?? '';
				const from = at % (before.length + 1);
				const text = before.slice(0, from) + insert + before.slice(from + length);
				const { findings } = checkProject({ ...VALID, [file]: text });
				const lines = text.split(/\r\n|\n|\r/);
				for (const { range, file: where } of findings) {
					if (where !== file) continue;
					expect(range.start.line).toBeGreaterThan(0);
					expect(range.start.line).toBeLessThanOrEqual(lines.length);
					expect(range.start.column).toBeLessThanOrEqual((lines[range.start.line - 1]?.length ?? 0) + 1);
				}
			}),
			{ numRuns: 150, seed: 20261122 },
		);
	});
});
