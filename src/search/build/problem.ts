import type { SearchRecord } from '../../model/index.ts';
import type { Analysis } from '../analysis.ts';
import type { Concept } from '../format.ts';

/** Whether a document helps with something that is wrong: its kind, its title, or a heading of its own says so. */
export function helpsWithProblem(
	record: SearchRecord,
	{ fold, concepts: find }: Analysis,
	concepts: readonly Concept[],
): boolean {
	if (record.kind === 'runbook') return true;
	const says = (text: string, whole: boolean): boolean => {
		const folded = fold(text).trim();
		return find(folded).some(
			({ concept, start, end }) =>
				concepts[concept]?.problem && (!whole || (start === 0 && end === folded.length)),
		);
	};
	return says(record.title, false) || record.sections.some(({ heading }) => says(heading, true));
}
