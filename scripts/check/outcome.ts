// Straight from its file: a stored outcome is shown without loading what checks.
import { MAINSTAY_VERSION } from '../../src/compiler/own-version.ts';
import type { Diagnostic, GateScope, MessageLocale } from '../../src/model/index.ts';
import { reporters, type summarize } from '../reporters/index.ts';
import { type KnownLines, type LineOf, sourceLines } from '../source-lines.ts';

export interface CheckCounts {
	readonly files: number;
	readonly documents: number;
	readonly suppressed: number;
}

/** What a check found. */
export interface CheckOutcome {
	/** Root of the project, absolute. */
	readonly root: string;
	readonly counts: CheckCounts;
	readonly diagnostics: readonly Diagnostic[];
	readonly scope?: GateScope;
	/** The lines that findings begin on, where they are known; else they are read. */
	readonly lineOf?: LineOf;
}

/** An outcome as it is kept: in the languages that messages are written in, and the one that was asked for. */
export interface StoredOutcome {
	readonly counts: CheckCounts;
	readonly diagnostics: Readonly<Partial<Record<MessageLocale, readonly Diagnostic[]>>>;
	readonly lines: KnownLines;
}

/** The report of an outcome in one of the formats. */
export async function reportText(
	{ root, diagnostics, scope, lineOf = sourceLines(root) }: CheckOutcome,
	format: string,
	summary: ReturnType<typeof summarize>,
	{ locale, color }: { readonly locale: MessageLocale; readonly color: boolean },
): Promise<string> {
	return (
		reporters[format]?.({
			diagnostics,
			summary,
			locale,
			color,
			lineOf,
			prefix: ['pretty', 'json'].includes(format) ? '' : await prefixOf(root),
			version: MAINSTAY_VERSION,
			...(format === 'sarif' ? { definitions: await definitions() } : {}),
			...(scope ? { scope } : {}),
		}) ?? ''
	);
}

async function prefixOf(root: string): Promise<string> {
	const { repositoryPrefix } = await import('../../src/sources/changes.ts');
	return repositoryPrefix(root);
}

/** Titles and explanations of all codes, which only one format carries. */
async function definitions() {
	return (await import('../../src/compiler/catalogue.ts')).catalogue;
}
