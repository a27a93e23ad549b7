import type { Fold, FoldTable } from './fold.ts';
import { createFold } from './fold.ts';

/** A folded text and, for each of its UTF-16 units and its end, the place in the original. */
export interface AlignedText {
	readonly text: string;
	readonly origin: readonly number[];
}

export type AlignedFold = (text: string) => AlignedText;

/**
 * Folding that remembers where everything came from, so that what was found can be marked in the page's own script.
 * Characters are folded one by one, then words; slower than plain folding, for the few texts that are shown.
 */
export function createAlignedFold(table: FoldTable): AlignedFold {
	const foldCharacter = remembering(createFold({ ...table, terms: [] }));
	const words = [...table.terms].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
	const byStart = Map.groupBy(words, ([from]) => from[0] ?? '');
	return (text) => {
		const characters = foldCharacters(text, foldCharacter);
		return foldWords(characters, byStart);
	};
}

function remembering(fold: Fold): Fold {
	const known = new Map<string, string>();
	return (character) => {
		const before = known.get(character);
		if (before !== undefined) return before;
		const folded = fold(character);
		known.set(character, folded);
		return folded;
	};
}

function foldCharacters(text: string, fold: Fold): AlignedText {
	let folded = '';
	const origin: number[] = [];
	let at = 0;
	for (const character of text) {
		const replaced = fold(character);
		for (let unit = 0; unit < replaced.length; unit++) origin.push(at);
		folded += replaced;
		at += character.length;
	}
	origin.push(at);
	return { text: folded, origin };
}

function foldWords(
	{ text, origin }: AlignedText,
	byStart: ReadonlyMap<string, readonly (readonly [string, string])[]>,
): AlignedText {
	let folded = '';
	const places: number[] = [];
	let at = 0;
	while (at < text.length) {
		const term = byStart.get(text[at] ?? '')?.find(([from]) => text.startsWith(from, at));
		const [from, to] = term ?? [text[at] ?? '', text[at] ?? ''];
		for (let unit = 0; unit < to.length; unit++)
			places.push(origin[at + Math.min(unit, from.length - 1)] ?? 0);
		folded += to;
		at += from.length;
	}
	places.push(origin[text.length] ?? 0);
	return { text: folded, origin: places };
}
