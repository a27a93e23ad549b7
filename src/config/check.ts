import { posix } from 'node:path';
import picomatch from 'picomatch';
// Straight from their files: every command reads the settings, few need what else is known of the schemas.
import { type ConfigInput, configSchema } from '../../schemas/config.ts';
import { schemaIssues } from '../../schemas/issues.ts';
import { fieldNames } from '../../schemas/registry.ts';
import {
	DOCUMENT_KINDS,
	FILE_START,
	type Finding,
	nearest,
	type SchemaIssue,
	type SourceRange,
} from '../model/index.ts';
import type { YamlText } from './read-yaml.ts';

/** Reports about one file of settings, at the place of a JSON pointer: of its value unless `at` says key. */
export type Reporter = (
	code: string,
	pointer: string,
	params: Finding['params'],
	options?: ReportOptions,
) => void;

export interface ReportOptions {
	readonly at?: 'key' | 'value';
	readonly candidates?: readonly string[];
	/** What was written, to find the nearest candidate. */
	readonly written?: string;
}

/** Collects findings for {@link Reporter}. */
export function reporterOf(file: string, text: YamlText, findings: Finding[]): Reporter {
	return (code, pointer, params, { at = 'value', candidates = [], written = '' } = {}) => {
		const suggestions = nearest(written, candidates).map((value) => ({ value }));
		const range = placeOf(text, pointer, at);
		findings.push({ code, file, range, params, ...(suggestions.length > 0 ? { suggestions } : {}) });
	};
}

/** Of the key or value itself, else of the nearest thing around it that stands in the text. */
function placeOf(text: YamlText, pointer: string, at: 'key' | 'value'): SourceRange {
	const [first, second] = at === 'key' ? [text.keys, text.values] : [text.values, text.keys];
	const found = first.get(pointer) ?? second.get(pointer);
	if (found) return found;
	return pointer === '' ? FILE_START : placeOf(text, parentOf(pointer), 'key');
}

function parentOf(pointer: string): string {
	return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** `/modules/inventory` as people write it: `modules.inventory`. */
export function dotted(pointer: string): string {
	return pointer.slice(1).split('/').join('.').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Holds the data against the schema; the issues are also returned, to take wrong values out. */
export function reportSchema(data: unknown, report: Reporter): SchemaIssue[] {
	const issues = schemaIssues(configSchema, data);
	for (const issue of issues) reportIssue(issue, report);
	return issues;
}

function reportIssue(issue: SchemaIssue, report: Reporter): void {
	const { pointer, key, received, expected, candidates } = issue;
	if (issue.type === 'unknown-key') {
		const params = { key, place: dotted(parentOf(pointer)), known: candidates.join(', ') };
		report('MS902', pointer, params, { at: 'key', candidates, written: key });
	} else if (/^\/languages\/\d+$/.test(pointer) && issue.type === 'format') {
		report('MS906', pointer, { tag: received }, { candidates: ['zh-CN', 'zh-TW', 'en'], written: received });
	} else if (issue.type === 'missing') {
		const place = dotted(`${pointer}/${key}`);
		report('MS903', pointer, { place, received, expected }, { at: 'key' });
	} else {
		const place = pointer === '' ? 'mainstay.yaml' : dotted(pointer);
		report('MS903', pointer, { place, received, expected }, { candidates, written: received });
	}
}

/** Path patterns that can match something below the documents folder. */
export function reportGlob(glob: string, pointer: string, at: 'key' | 'value', report: Reporter): boolean {
	const cause = globProblem(glob);
	if (cause) report('MS905', pointer, { glob, cause }, { at });
	return cause === undefined;
}

function globProblem(glob: string): string | undefined {
	if (glob.trim() === '') return 'empty';
	if (glob.includes('\\')) return 'backslash';
	if (posix.isAbsolute(glob) || /^[A-Za-z]:/.test(glob)) return 'absolute';
	if (glob.split('/').some((part) => part === '..')) return 'parent';
	try {
		picomatch.makeRe(glob, { strictBrackets: true });
		return undefined;
	} catch {
		return 'syntax';
	}
}

/** A field of the knowledge base's own may not redefine one that the kind has. */
export function reportOwnFields(fields: ConfigInput['fields'], report: Reporter): void {
	for (const kind of DOCUMENT_KINDS) {
		for (const name of Object.keys(fields?.[kind] ?? {})) {
			if (!fieldNames(kind).includes(name)) continue;
			const place = `fields.${kind}.${name}`;
			report(
				'MS903',
				`/fields/${kind}/${name}`,
				{ place, received: name, expected: 'a new name' },
				{ at: 'key' },
			);
		}
	}
}

/** Names of rules exist only at run time, so the schema cannot know them. */
export function reportRules(
	rules: Readonly<Record<string, unknown>>,
	known: readonly string[] | undefined,
	report: Reporter,
): void {
	if (!known) return;
	for (const name of Object.keys(rules)) {
		if (known.includes(name)) continue;
		report('MS904', `/rules/${name}`, { name }, { at: 'key', candidates: known, written: name });
	}
}
