import type { Finding, TextEdit } from '../model/index.ts';
import { isConflict, isSameEdit } from './apply.ts';
import { dateFormat } from './dates.ts';
import type { FixCase, FixContext, Fixer } from './fixer.ts';
import { keyTypo } from './key-typo.ts';
import { linkTarget } from './links.ts';
import { missingId } from './missing-id.ts';
import { lineEndOf, placesOf } from './places.ts';
import { referenceId } from './reference-id.ts';

export { applyEdits } from './apply.ts';
export type { FixContext, Moved } from './fixer.ts';
export { placesOf } from './places.ts';
export { type RedirectChange, withoutRedirect, withRedirect } from './redirects.ts';
export { unifiedDiff } from './unified-diff.ts';

/** What mends a code. A new fixer is one file and a line here; a rule may also bring its own edits. */
const FIXERS: Readonly<Record<string, readonly Fixer[]>> = {
	MS101: [missingId],
	MS102: [keyTypo],
	MS104: [dateFormat],
	MS105: [dateFormat, referenceId],
	MS201: [linkTarget],
	MS202: [linkTarget],
	MS203: [linkTarget],
	MS204: [linkTarget],
	MS205: [referenceId],
	MS209: [linkTarget],
};

/** Codes that `check --fix` can mend in some of their cases. */
export const FIXABLE: readonly string[] = Object.keys(FIXERS);

/** A finding with the edits that mend it; all of one file. */
export interface Fix {
	readonly finding: Finding;
	readonly edits: readonly TextEdit[];
}

/**
 * What can be mended safely, in the order of the findings. Of two fixes that touch the same place the first
 * is kept; the other one may find its turn in the next round.
 */
export function proposeFixes(findings: readonly Finding[], context: FixContext): Fix[] {
	const given = new Map<string, string>();
	const kept: Fix[] = [];
	const byFile = new Map<string, TextEdit[]>();
	for (const finding of findings) {
		const edits = editsFor(finding, context, given);
		if (!edits || edits.length === 0 || edits.some(({ file }) => file !== finding.file)) continue;
		const made = byFile.get(finding.file) ?? [];
		const fresh = edits.filter((edit) => !made.some((other) => isSameEdit(edit, other)));
		if (fresh.some((edit) => made.some((other) => isConflict(edit, other)))) continue;
		byFile.set(finding.file, [...made, ...fresh]);
		kept.push({ finding, edits: fresh });
	}
	return kept;
}

function editsFor(
	finding: Finding,
	context: FixContext,
	given: Map<string, string>,
): readonly TextEdit[] | undefined {
	const text = context.textOf(finding.file);
	if (finding.fix) return finding.fix.map((edit) => inLineEndsOf(text ?? '', edit));
	const fixers = FIXERS[finding.code];
	const document = context.graph.byFile.get(finding.file);
	if (!fixers || !document || text === undefined) return undefined;
	const fixCase: FixCase = { finding, document, text, places: placesOf(text), context, given };
	for (const fixer of fixers) {
		const edits = fixer(fixCase);
		if (edits) return edits;
	}
	return undefined;
}

/** A rule does not know how the lines of a file end; the line of the edit tells. */
function inLineEndsOf(text: string, edit: TextEdit): TextEdit {
	const below = text.slice(placesOf(text).offset(edit.range.start));
	const end = lineEndOf(/[\r\n]/.test(below) ? below : text);
	return { ...edit, newText: edit.newText.replace(/\r\n|\n|\r/g, end) };
}
