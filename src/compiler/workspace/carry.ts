import type { Finding, Point } from '../../model/index.ts';

/**
 * Findings of one file after its text has changed, as far as they lie outside of what was changed: those behind it
 * move along, those in it are left out until they are looked for again.
 */
export function carried(findings: readonly Finding[], before: string, after: string): Finding[] {
	if (findings.length === 0 || before === after) return [...findings];
	const [old, now] = [before.split(LINE_END), after.split(LINE_END)];
	const most = Math.min(old.length, now.length);
	let same = 0;
	while (same < most && old[same] === now[same]) same++;
	let sameEnd = 0;
	while (sameEnd < most - same && old[old.length - 1 - sameEnd] === now[now.length - 1 - sameEnd]) sameEnd++;
	const moved = now.length - old.length;
	const shift = ({ line, column }: Point): Point => ({ line: line + moved, column });
	return findings.flatMap((finding) => {
		const { start, end } = finding.range;
		if (end.line <= same) return [finding];
		if (start.line <= old.length - sameEnd) return [];
		return [{ ...finding, range: { start: shift(start), end: shift(end) } }];
	});
}

const LINE_END = /\r\n|\n|\r/;
