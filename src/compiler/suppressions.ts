import type { Document, Finding, Suppression } from '../model/index.ts';
import { suppressionDiagnostics, suppressionRefused, suppressionUnused } from '../parse/index.ts';
import { catalogue } from './catalogue.ts';

export interface KeptFindings {
	readonly findings: readonly Finding[];
	/** Findings that a writer ignored, with a reason. */
	readonly suppressed: number;
}

/**
 * Takes out what the documents' own comments ignore, and adds a finding for every comment that ignores
 * nothing or may not. `findings` are all there are: a comment is judged by them.
 */
export function applySuppressions(
	findings: readonly Finding[],
	documents: readonly Document[],
): KeptFindings {
	const byFile = new Map<string, readonly Suppression[]>();
	for (const { file, suppressions } of documents) if (suppressions) byFile.set(file, suppressions);
	if (byFile.size === 0) return { findings, suppressed: 0 };
	const used = new Set<string>();
	const kept = findings.filter((finding) => {
		const covering = (byFile.get(finding.file) ?? []).filter((each) => covers(each, finding));
		for (const each of covering) used.add(keyOf(finding.file, each, finding.code));
		return covering.length === 0;
	});
	const ofComments = [...byFile].flatMap(([file, suppressions]) =>
		suppressions.flatMap((each) =>
			each.codes.flatMap((code) => (used.has(keyOf(file, each, code)) ? [] : [useless(file, each, code)])),
		),
	);
	return { findings: [...kept, ...ofComments], suppressed: findings.length - kept.length };
}

function covers({ codes, lines, ofWhole }: Suppression, { code, range }: Finding): boolean {
	if (!codes.includes(code) || !isIgnorable(code)) return false;
	const { line } = range.start;
	return (lines[0] <= line && line <= lines[1]) || (ofWhole && line === 1);
}

/** Not what publishing would lose or leak, nor what watches over the comments themselves. */
function isIgnorable(code: string): boolean {
	const definition = catalogue.get(code);
	return (
		definition !== undefined &&
		definition.fixed !== true &&
		!suppressionDiagnostics.some((each) => each.code === code)
	);
}

function useless(file: string, { range }: Suppression, code: string): Finding {
	if (isIgnorable(code)) return { code: suppressionUnused.code, file, range, params: { code } };
	const what = catalogue.has(code) ? 'fixed' : 'unknown';
	return { code: suppressionRefused.code, file, range, params: { code, what } };
}

function keyOf(file: string, { range }: Suppression, code: string): string {
	return `${code} ${range.start.line} ${file}`;
}
