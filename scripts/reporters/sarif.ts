import type { Diagnostic, Severity, SourceRange, TextEdit } from '../../src/model/index.ts';
import { wordsIn } from '../../src/model/wording.ts';
import { fingerprints } from './fingerprint.ts';
import { fullMessage, rangeOf, repositoryPath } from './paths.ts';
import type { Reporter, ReportInput } from './reporter.ts';

/** Level in SARIF 2.1.0, section 3.27.10. */
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'note' };

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0 (OASIS): one run, paths relative to the repository's root, each rule that was met described once. */
export const sarif: Reporter = (input) => {
	const codes = [...new Set(input.diagnostics.map(({ code }) => code))].sort();
	const names = fingerprints(input);
	const log = {
		$schema: SCHEMA,
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'Mainstay',
						...(input.version === undefined ? {} : { version: input.version }),
						rules: codes.map((code) => ruleOf(code, input)),
					},
				},
				// Code units are what ranges count in.
				columnKind: 'utf16CodeUnits',
				originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
				results: input.diagnostics.map((each, index) =>
					resultOf(each, codes.indexOf(each.code), names[index] ?? '', input),
				),
			},
		],
	};
	return `${JSON.stringify(log, null, 2)}\n`;
};

function ruleOf(code: string, { diagnostics, definitions, locale }: ReportInput): object {
	const first = diagnostics.find((each) => each.code === code);
	const definition = definitions?.get(code);
	return {
		id: code,
		...(first ? { name: first.rule, helpUri: first.docsUrl } : {}),
		...(definition
			? {
					shortDescription: { text: wordsIn(definition.title, locale) },
					fullDescription: { text: wordsIn(definition.why, locale) },
					help: { text: wordsIn(definition.mend, locale) },
					defaultConfiguration: { level: LEVELS[definition.severity] },
				}
			: {}),
	};
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number, name: string, input: ReportInput): object {
	const { code, severity, related, fix } = diagnostic;
	return {
		ruleId: code,
		ruleIndex,
		level: LEVELS[severity],
		message: { text: fullMessage(diagnostic, input.locale) },
		locations: [location(diagnostic.file, rangeOf(diagnostic), input)],
		...(related.length > 0
			? {
					relatedLocations: related.map((place, index) => ({
						id: index,
						...location(place.file, rangeOf(place as Diagnostic), input),
						message: { text: place.message },
					})),
				}
			: {}),
		partialFingerprints: { 'mainstay/v1': name },
		...(fix && fix.length > 0 ? { fixes: [fixOf(fix, input)] } : {}),
	};
}

function location(file: string, range: SourceRange, input: ReportInput): object {
	return { physicalLocation: { artifactLocation: artifact(file, input), region: region(range) } };
}

function artifact(file: string, input: ReportInput): object {
	// A URI reference, not a path: what is not ASCII, and `#`, `?`, `%`, are escaped.
	const uri = repositoryPath(file.toWellFormed(), input).split('/').map(encodeURIComponent).join('/');
	return { uri, uriBaseId: 'SRCROOT' };
}

function region({ start, end }: SourceRange): object {
	return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixOf(edits: readonly TextEdit[], input: ReportInput): object {
	const files = Map.groupBy(edits, ({ file }) => file);
	return {
		artifactChanges: [...files].map(([file, own]) => ({
			artifactLocation: artifact(file, input),
			replacements: own.map(({ range, newText }) => ({
				deletedRegion: region(range),
				insertedContent: { text: newText },
			})),
		})),
	};
}
