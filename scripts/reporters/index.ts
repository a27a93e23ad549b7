import type { Diagnostic, MessageLocale } from '../../src/model/index.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';

export interface ReportSummary {
	/** Document files seen. */
	readonly files: number;
	/** Documents that could be read. */
	readonly documents: number;
	readonly errors: number;
	readonly warnings: number;
	readonly hints: number;
	readonly durationMs: number;
}

export interface ReportInput {
	readonly diagnostics: readonly Diagnostic[];
	readonly summary: ReportSummary;
	readonly locale: MessageLocale;
	readonly color: boolean;
	/** A line of a file for the code frame; undefined when it is not known. */
	readonly lineOf: (file: string, line: number) => string | undefined;
}

/** Diagnostics to text; pure. A new format is one file and one line here. */
export type Reporter = (input: ReportInput) => string;

export const reporters: Readonly<Record<string, Reporter>> = { pretty, json };

export function summarize(
	diagnostics: readonly Diagnostic[],
	counts: Pick<ReportSummary, 'files' | 'documents' | 'durationMs'>,
): ReportSummary {
	const count = (severity: Diagnostic['severity']): number =>
		diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
	return { ...counts, errors: count('error'), warnings: count('warning'), hints: count('hint') };
}
