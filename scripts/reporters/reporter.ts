import type { Diagnostic, MessageLocale } from '../../src/model/index.ts';

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

/** Diagnostics to text; pure. */
export type Reporter = (input: ReportInput) => string;
