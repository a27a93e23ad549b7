import { quoteName } from '../model/git-name.ts';

/** A file before and after. */
export interface FileChange {
	readonly file: string;
	/** The new path of a file that moves. */
	readonly newFile?: string;
	readonly before: string;
	readonly after: string;
}

interface Line {
	readonly mark: ' ' | '-' | '+';
	readonly text: string;
}

const CONTEXT = 3;

/** The changes as a unified diff that `git apply` and `patch -p1` take; '' for a file that stays as it is. */
export function unifiedDiff({ file, newFile = file, before, after }: FileChange): string {
	if (before === after && newFile === file) return '';
	const head = [`diff --git ${quoteName(`a/${file}`)} ${quoteName(`b/${newFile}`)}\n`];
	if (newFile !== file) {
		if (before === after) head.push('similarity index 100%\n');
		head.push(`rename from ${quoteName(file)}\n`, `rename to ${quoteName(newFile)}\n`);
	}
	if (before === after) return head.join('');
	head.push(`--- ${endedName(`a/${file}`)}\n`, `+++ ${endedName(`b/${newFile}`)}\n`);
	const lines = compare(linesOf(before), linesOf(after));
	return [...head, ...hunksOf(lines)].join('');
}

/** A name with spaces is ended by a tab, or `patch` would take a part of it for a date. */
function endedName(name: string): string {
	return quoteName(name) + (name.includes(' ') ? '\t' : '');
}

/** Lines with their ends; only LF ends one, as in git. */
function linesOf(text: string): string[] {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * Shortest edit script. Source: Myers, "An O(ND) difference algorithm and its variations", 1986, the greedy
 * algorithm of section 4, after what both begin and end with was set aside.
 */
function compare(a: readonly string[], b: readonly string[]): Line[] {
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start++;
	let end = 0;
	while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
	const same = (lines: readonly string[]): Line[] => lines.map((text) => ({ mark: ' ', text }));
	return [
		...same(a.slice(0, start)),
		...shortest(a.slice(start, a.length - end), b.slice(start, b.length - end)),
		...same(a.slice(a.length - end)),
	];
}

function shortest(a: readonly string[], b: readonly string[]): Line[] {
	const most = a.length + b.length;
	const trace: Map<number, number>[] = [];
	const reach = new Map<number, number>([[1, 0]]);
	for (let edits = 0; edits <= most; edits++) {
		trace.push(new Map(reach));
		for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
			let x = startOf(reach, diagonal, edits);
			while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
			reach.set(diagonal, x);
			if (x >= a.length && x - diagonal >= b.length) return walkBack(trace, a, b);
		}
	}
	return [];
}

/** The furthest start of a diagonal after one more edit. */
function startOf(reach: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
	const below = reach.get(diagonal + 1) ?? -1;
	const left = reach.get(diagonal - 1) ?? -1;
	return diagonal === -edits || (diagonal !== edits && left < below) ? below : left + 1;
}

function walkBack(
	trace: readonly ReadonlyMap<number, number>[],
	a: readonly string[],
	b: readonly string[],
): Line[] {
	const lines: Line[] = [];
	let x = a.length;
	let y = b.length;
	for (let edits = trace.length - 1; edits >= 0; edits--) {
		const reach = trace[edits] ?? new Map<number, number>();
		const diagonal = x - y;
		const below = reach.get(diagonal + 1) ?? -1;
		const left = reach.get(diagonal - 1) ?? -1;
		const down = diagonal === -edits || (diagonal !== edits && left < below);
		const fromX = down ? below : left;
		const fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
		while (x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) {
			lines.push({ mark: ' ', text: a[--x] ?? '' });
			y--;
		}
		if (edits === 0) break;
		if (down) lines.push({ mark: '+', text: b[--y] ?? '' });
		else lines.push({ mark: '-', text: a[--x] ?? '' });
	}
	return lines.reverse();
}

function hunksOf(lines: readonly Line[]): string[] {
	const changed = lines.flatMap(({ mark }, index) => (mark === ' ' ? [] : [index]));
	const spans: { from: number; to: number }[] = [];
	for (const index of changed) {
		const from = Math.max(0, index - CONTEXT);
		const to = Math.min(lines.length, index + CONTEXT + 1);
		const last = spans.at(-1);
		if (last && from <= last.to) last.to = to;
		else spans.push({ from, to });
	}
	return spans.map(({ from, to }) => hunk(lines, from, to));
}

function hunk(lines: readonly Line[], from: number, to: number): string {
	const count = (part: readonly Line[], not: Line['mark']): number =>
		part.filter(({ mark }) => mark !== not).length;
	const before = lines.slice(0, from);
	const inside = lines.slice(from, to);
	const span = (not: Line['mark']): string => {
		const length = count(inside, not);
		// An empty side stands behind the line before it.
		return `${count(before, not) + (length === 0 ? 0 : 1)},${length}`;
	};
	const body = inside.map(
		({ mark, text }) => `${mark}${text}${text.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`,
	);
	return `@@ -${span('+')} +${span('-')} @@\n${body.join('')}`;
}
