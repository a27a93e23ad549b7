import { changeDiagnostics } from '../gate/index.ts';
import type { Document, Finding, Suppression } from '../model/index.ts';
import { suppressionDiagnostics, suppressionRefused, suppressionUnused } from '../parse/findings.ts';
import { rules } from '../rules/index.ts';
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
	const unread = new Set<string>();
	for (const { file, suppressions, unread: isUnread } of documents) {
		if (suppressions) byFile.set(file, suppressions);
		if (isUnread) unread.add(file);
	}
	if (byFile.size === 0) return { findings, suppressed: 0 };
	const used = new Set<string>();
	const kept = findings.filter((finding) => {
		const covering = (byFile.get(finding.file) ?? []).filter((each) => covers(each, finding));
		for (const each of covering) used.add(keyOf(finding.file, each, finding.code));
		return covering.length === 0;
	});
	const ofComments = [...byFile]
		.flatMap(([file, suppressions]) =>
			suppressions.flatMap((each) =>
				each.codes.flatMap((code) => (used.has(keyOf(file, each, code)) ? [] : [useless(file, each, code)])),
			),
		)
		.filter(({ code, file, params }) => {
			const isUncertain = unread.has(file) || (unread.size > 0 && isOfSet(String(params['code'])));
			return code !== suppressionUnused.code || !isUncertain;
		});
	return { findings: [...kept, ...ofComments], suppressed: findings.length - kept.length };
}

function covers({ codes, lines, ofWhole }: Suppression, { code, range }: Finding): boolean {
	if (!codes.includes(code) || !isIgnorable(code)) return false;
	const { line } = range.start;
	return (lines[0] <= line && line <= lines[1]) || (ofWhole && line === 1);
}

/** Not what publishing would lose or leak, nor what watches over the comments themselves. */
export function isIgnorable(code: string): boolean {
	const definition = catalogue.get(code);
	return (
		definition !== undefined &&
		definition.fixed !== true &&
		!suppressionDiagnostics.some((each) => each.code === code) &&
		!isOfChange(code)
	);
}

/** Rules that look at all documents keep quiet where one of them could not be read. */
function isOfSet(code: string): boolean {
	return rules.some((rule) => rule.code === code && rule.scope === 'graph');
}

/** What is about a change is waived in a commit of it. */
function isOfChange(code: string): boolean {
	return changeDiagnostics.some((each) => each.code === code);
}

function useless(file: string, { range }: Suppression, code: string): Finding {
	if (isIgnorable(code)) return { code: suppressionUnused.code, file, range, params: { code } };
	const what = isOfChange(code) ? 'change' : catalogue.has(code) ? 'fixed' : 'unknown';
	return { code: suppressionRefused.code, file, range, params: { code, what } };
}

function keyOf(file: string, { range }: Suppression, code: string): string {
	return `${code} ${range.start.line} ${file}`;
}
