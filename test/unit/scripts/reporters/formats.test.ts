import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { default as Ajv } from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { reporters, summarize } from '../../../../scripts/reporters/index.ts';
import type { ReportInput } from '../../../../scripts/reporters/reporter.ts';
import { catalogue } from '../../../../src/compiler/index.ts';
import type { Diagnostic, Severity } from '../../../../src/model/index.ts';

function diagnostic(rest: Partial<Diagnostic> = {}): Diagnostic {
	return {
		code: 'MS201',
		rule: 'link-target-missing',
		severity: 'error',
		message: 'There is no “a, b: c%”.\nNext: look.',
		file: 'docs/甲 乙#1.md',
		range: { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } },
		related: [],
		suggestions: [{ value: 'gude.md' }],
		docsUrl: 'https://mainstay.example/rules/MS201/',
		...rest,
	};
}

function report(format: string, diagnostics: readonly Diagnostic[], rest: Partial<ReportInput> = {}): string {
	const summary = summarize(diagnostics, { files: 1, documents: 1, durationMs: 1500 });
	const input: ReportInput = {
		diagnostics,
		summary,
		locale: 'en',
		color: false,
		lineOf: (_, line) => `line ${line}`,
		prefix: 'kb/',
		version: '0.1.0',
		definitions: catalogue,
		...rest,
	};
	return reporters[format]?.(input) ?? '';
}

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(']]>', '::error::x', '"<&\'', '\u0000\ud800', '%0A', 'a,b:c'),
);
const anyDiagnostic = fc
	.record({
		message: anyText,
		file: fc.oneof(fc.constantFrom('', 'a.md', '../src/x.py'), anyText),
		severity: fc.constantFrom<Severity>('error', 'warning', 'hint'),
		line: fc.integer({ min: 1, max: 99 }),
	})
	.map(({ line, ...rest }) =>
		diagnostic({ ...rest, range: { start: { line, column: 2 }, end: { line, column: 1 } } }),
	);

describe('sarif', () => {
	// The schema that OASIS published, as the SARIF tools carry it.
	const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
	addFormats.default(ajv);
	const path = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
	const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(path), 'utf8'));
	const validate = ajv.compile(schema);
	const parsed = (text: string) => {
		const log = JSON.parse(text);
		expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
		return log.runs[0];
	};

	it('is valid, with places from the root of the repository', () => {
		const related = [{ file: '../src/hold.py', range: diagnostic().range, message: 'here' }];
		const fix = [{ file: 'docs/a.md', range: diagnostic().range, newText: 'x' }];
		const run = parsed(
			report('sarif', [diagnostic(), diagnostic({ code: 'MS502', severity: 'hint', related, fix })]),
		);
		expect(run.results[0].locations[0].physicalLocation).toEqual({
			artifactLocation: { uri: 'kb/docs/%E7%94%B2%20%E4%B9%99%231.md', uriBaseId: 'SRCROOT' },
			region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
		});
		expect(run.results[1].relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('src/hold.py');
		expect(run.results[1].fixes[0].artifactChanges[0].artifactLocation.uri).toBe('kb/docs/a.md');
		for (const each of run.results) expect(run.tool.driver.rules[each.ruleIndex].id).toBe(each.ruleId);
		expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['error', 'note']);
		expect(parsed(report('sarif', [])).results).toEqual([]);
	});

	it('would not be valid with a level, a column or an address that the standard does not know', () => {
		const log = JSON.parse(report('sarif', [diagnostic()]));
		const changed = (change: (run: (typeof log)['runs'][0]) => void) => {
			const copy = structuredClone(log);
			change(copy.runs[0]);
			return validate(copy);
		};
		expect(changed(() => {})).toBe(true);
		expect(changed((run) => (run.results[0].level = 'hint'))).toBe(false);
		expect(changed((run) => (run.results[0].locations[0].physicalLocation.region.startColumn = 0))).toBe(
			false,
		);
		expect(
			changed((run) => (run.results[0].locations[0].physicalLocation.artifactLocation.uri = 'a b.md')),
		).toBe(false);
	});

	it('is valid whatever findings hold', () => {
		fc.assert(
			fc.property(fc.array(anyDiagnostic, { maxLength: 5 }), (diagnostics) => {
				expect(parsed(report('sarif', diagnostics)).results).toHaveLength(diagnostics.length);
			}),
		);
	});
});

describe('github', () => {
	it('writes a command per finding, its signs escaped', () => {
		expect(
			report('github', [diagnostic(), diagnostic({ severity: 'hint', file: 'a:b,c.md', suggestions: [] })]),
		).toBe(
			[
				'::error file=kb/docs/甲 乙#1.md,line=3,endLine=3,col=5,endColumn=8,title=MS201 link-target-missing::There is no “a, b: c%25”.%0ANext: look. Did you mean: gude.md',
				'::notice file=kb/a%3Ab%2Cc.md,line=3,endLine=3,col=5,endColumn=8,title=MS201 link-target-missing::There is no “a, b: c%25”.%0ANext: look.',
				'',
			].join('\n'),
		);
	});

	it('is one line per finding whatever it holds, and the runner reads it back', () => {
		fc.assert(
			fc.property(anyDiagnostic, (each) => {
				const lines = report('github', [each]).split('\n');
				expect(lines).toHaveLength(2);
				const [, properties = '', data = ''] = /^::\w+ (.*?)::(.*)$/s.exec(lines[0] ?? '') ?? [];
				const read = (text: string) =>
					text.replace(/%(25|0D|0A|3A|2C)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
				expect(properties.split(',').map((pair) => pair.split('=')[0])).toEqual(
					expect.arrayContaining(['file', 'line', 'title']),
				);
				expect(read(data)).toContain(each.message);
			}),
		);
	});
});

describe('gitlab', () => {
	const issues = (diagnostics: readonly Diagnostic[], lineOf?: ReportInput['lineOf']) =>
		JSON.parse(report('gitlab', diagnostics, lineOf ? { lineOf } : {})) as {
			fingerprint: string;
			location: { path: string; lines: { begin: number } };
		}[];

	it('has what the widget needs', () => {
		expect(issues([diagnostic({ file: '' })])[0]).toMatchObject({
			check_name: 'MS201 link-target-missing',
			severity: 'critical',
			location: { path: 'kb/mainstay.yaml', lines: { begin: 3, end: 3 } },
		});
		expect(issues([])).toEqual([]);
	});

	it('keeps a finding’s name when lines move, and tells its twins apart', () => {
		const moved = { start: { line: 30, column: 5 }, end: { line: 30, column: 9 } };
		const lineOf = () => 'the same line';
		const [before] = issues([diagnostic()], lineOf);
		const [after] = issues([diagnostic({ range: moved })], lineOf);
		expect(after?.fingerprint).toBe(before?.fingerprint);
		const twins = issues([diagnostic(), diagnostic({ range: moved })], lineOf);
		expect(twins[0]?.fingerprint).toBe(before?.fingerprint);
		expect(twins[1]?.fingerprint).not.toBe(before?.fingerprint);
		expect(issues([diagnostic({ file: 'b.md' })], lineOf)[0]?.fingerprint).not.toBe(before?.fingerprint);
		expect(before?.fingerprint).toMatch(/^[0-9a-f]{28}$/);
	});
});

describe('junit', () => {
	const { DOMParser } = new JSDOM('').window;
	const parsed = (text: string) => {
		const document = new DOMParser().parseFromString(text, 'application/xml');
		expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
		return document;
	};

	it('counts, and fails for what is wrong only', () => {
		const document = parsed(
			report('junit', [
				diagnostic(),
				diagnostic({ severity: 'hint' }),
				diagnostic({ file: 'b.md', severity: 'warning' }),
			]),
		);
		expect(document.documentElement.getAttribute('failures')).toBe('2');
		expect(
			[...document.querySelectorAll('testsuite')].map((suite) => [
				suite.getAttribute('name'),
				suite.getAttribute('tests'),
				suite.getAttribute('failures'),
			]),
		).toEqual([
			['kb/docs/甲 乙#1.md', '2', '1'],
			['kb/b.md', '1', '1'],
		]);
		expect(document.querySelector('failure')?.getAttribute('message')).toContain('c%”.\nNext');
		expect(parsed(report('junit', [])).querySelectorAll('testcase')).toHaveLength(1);
	});

	it('is XML whatever findings hold, and its counts are those of its cases', () => {
		fc.assert(
			fc.property(fc.array(anyDiagnostic, { maxLength: 4 }), (diagnostics) => {
				const document = parsed(report('junit', diagnostics));
				const failures = diagnostics.filter(({ severity }) => severity !== 'hint').length;
				expect(document.querySelectorAll('failure')).toHaveLength(failures);
				expect(document.documentElement.getAttribute('tests')).toBe(
					String(document.querySelectorAll('testcase').length),
				);
			}),
			{ numRuns: 60 },
		);
	});
});
