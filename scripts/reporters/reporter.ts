import type { Diagnostic, DiagnosticDefinition, GateScope, MessageLocale } from '../../src/model/index.ts';

export interface ReportSummary {
	/** Document files seen. */
	readonly files: number;
	/** Documents that could be read. */
	readonly documents: number;
	readonly errors: number;
	readonly warnings: number;
	readonly hints: number;
	/** Findings that writers ignore, with a reason, in their documents. */
	readonly suppressed?: number;
	readonly durationMs: number;
}

export interface ReportInput {
	readonly diagnostics: readonly Diagnostic[];
	readonly summary: ReportSummary;
	readonly locale: MessageLocale;
	readonly color: boolean;
	/** A line of a file for the code frame; undefined when it is not known. */
	readonly lineOf: (file: string, line: number) => string | undefined;
	/** Path of the project below the root of its repository, for consumers that start there: '' or `kb/`. */
	readonly prefix?: string;
	/** Of Mainstay. */
	readonly version?: string;
	/** The catalogue, by code. */
	readonly definitions?: ReadonlyMap<string, DiagnosticDefinition>;
	/** What a check of changes looked at. */
	readonly scope?: GateScope;
}

/** Diagnostics to text; pure. */
export type Reporter = (input: ReportInput) => string;
