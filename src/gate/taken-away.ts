import type { ChangeSet, ChangeTexts, Finding, TouchedCode, Waiver } from '../model/index.ts';
import { noteTakenAway, waived } from './findings.ts';
import type { CodeNote } from './notes.ts';
import { projectPath } from './scope.ts';
import { rangeOfLines, spansText } from './spans.ts';

/**
 * Code that changed and stays, whose note the change took away. `touched` is what they covered, `covered` what the notes
 * that are left cover.
 */
export function takenAway(
	notes: readonly CodeNote[],
	touched: readonly TouchedCode[],
	covered: readonly TouchedCode[],
	{ prefix }: ChangeSet,
	texts: ChangeTexts,
	waivers: ReadonlyMap<string, Waiver>,
): Finding[] {
	const others = new Set(covered.map(({ change }) => change.path));
	const titles = new Map(notes.map(({ id, title }) => [id, title]));
	return touched
		.filter(({ change }) => change.status !== 'deleted' && !others.has(change.path))
		.map(({ id, change, lines, part }) => {
			const waiver = waivers.get(id);
			return {
				code: waiver ? waived.code : noteTakenAway.code,
				file: projectPath(change.path, prefix),
				range: rangeOfLines(lines, texts.now(change.path)),
				params: {
					path: change.path,
					part: part ?? '',
					lines: spansText(lines),
					id,
					title: titles.get(id) ?? '',
					commit: waiver?.commit ?? '',
					reason: waiver?.reason ?? '',
				},
			};
		});
}
