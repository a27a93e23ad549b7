import type { Diagnostic } from '../../src/model/index.ts';
import { fullMessage, repositoryPath } from './paths.ts';
import type { Reporter, ReportInput } from './reporter.ts';

/**
 * JUnit XML as CI systems read it: a suite per file, a case per finding. Errors and warnings fail, hints are
 * shown as output of a passing case; without findings one passing case says so.
 */
export const junit: Reporter = (input) => {
	const { summary } = input;
	const files = [...Map.groupBy(input.diagnostics, ({ file }) => file)];
	const suites = files.map(([file, own]) => suite(repositoryPath(file, input), own, input));
	const empty = suites.length === 0 ? [suite('mainstay check', [], input)] : suites;
	const cases = Math.max(1, input.diagnostics.length);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites name="mainstay check" tests="${cases}" failures="${summary.errors + summary.warnings}" errors="0" time="${seconds(summary.durationMs)}">`,
		...empty,
		'</testsuites>',
		'',
	].join('\n');
};

function suite(name: string, diagnostics: readonly Diagnostic[], input: ReportInput): string {
	const failures = diagnostics.filter(isFailure).length;
	const cases =
		diagnostics.length > 0
			? diagnostics.map((each) => testCase(name, each, input))
			: [`    <testcase classname="${text(name)}" name="no problems" time="0"/>`];
	return [
		`  <testsuite name="${text(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="0">`,
		...cases,
		'  </testsuite>',
	].join('\n');
}

function testCase(path: string, diagnostic: Diagnostic, input: ReportInput): string {
	const { start } = diagnostic.range;
	const place = `${path}:${start.line}:${start.column}`;
	const message = fullMessage(diagnostic, input.locale);
	const related = diagnostic.related.map(
		(each) =>
			`${repositoryPath(each.file, input)}:${each.range.start.line}:${each.range.start.column} ${each.message}`,
	);
	const body = text([place, message, ...related, diagnostic.docsUrl].join('\n')).replaceAll('&#10;', '\n');
	const inner = isFailure(diagnostic)
		? `      <failure type="${diagnostic.severity}" message="${text(message)}">${body}</failure>`
		: `      <system-out>${body}</system-out>`;
	return [
		`    <testcase classname="${text(path)}" name="${text(`${diagnostic.code} ${diagnostic.rule} ${start.line}:${start.column}`)}" file="${text(path)}" line="${start.line}" time="0">`,
		inner,
		'    </testcase>',
	].join('\n');
}

function isFailure({ severity }: Diagnostic): boolean {
	return severity !== 'hint';
}

function seconds(ms: number): string {
	return (ms / 1000).toFixed(3);
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\n': '&#10;',
	'\r': '&#13;',
	'\t': '&#9;',
};

/** For content and attributes; what XML 1.0 cannot hold at all becomes U+FFFD. */
function text(value: string): string {
	return value
		.toWellFormed()
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
		.replace(/[&<>"\n\r\t]/g, (sign) => ENTITIES[sign] ?? sign);
}
