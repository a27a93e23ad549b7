import type { Diagnostic } from '../../src/model/index.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import type { Reporter, ReportSummary } from './reporter.ts';
import { sarif } from './sarif.ts';

/** A new format is one file and one line here. */
export const reporters: Readonly<Record<string, Reporter>> = { pretty, json, sarif, github, gitlab, junit };

/** The counts of a run, for the last line and for JSON. */
export function summarize(
	diagnostics: readonly Diagnostic[],
	counts: Pick<ReportSummary, 'files' | 'documents' | 'durationMs' | 'suppressed'>,
): ReportSummary {
	const count = (severity: Diagnostic['severity']): number =>
		diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
	return { ...counts, errors: count('error'), warnings: count('warning'), hints: count('hint') };
}
