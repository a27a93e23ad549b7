/** How a knowledge base's scripts and regional words are brought to one form. Plain data, made at build. */
export interface FoldTable {
	/** Characters to replace, and what replaces each: two strings of the same number of code points. */
	readonly from: string;
	readonly to: string;
	/** Words to replace after the characters, already in folded characters. */
	readonly terms: readonly (readonly [string, string])[];
}

/** Brings text to the form in which it is compared; letter case is kept, so that `crashLoop` can still be cut. */
export type Fold = (text: string) => string;

/** Rewriting stops here even if two words of a hand-written list should feed each other. */
const MOST_PASSES = 4;
const HAN = /\p{Script=Han}/u;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * Makes the folding of one table: NFKC, accents off Latin letters, characters by `from`/`to`, then whole
 * words, longest first, until nothing changes; folding a folded text changes nothing.
 */
export function createFold(table: FoldTable): Fold {
	const to = [...table.to];
	const characters = new Map([...table.from].map((character, at) => [character, to[at] ?? character]));
	const terms = new Map(table.terms);
	const words = [...terms.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	const pattern = words.length > 0 ? new RegExp(words.map(escapePattern).join('|'), 'gu') : undefined;
	const rewrite = (text: string): string =>
		pattern ? text.replace(pattern, (word) => terms.get(word) ?? word) : text;
	return (text) => {
		const plain = normalise(text);
		if (!HAN.test(plain)) return plain;
		let folded = foldCharacters(plain, characters);
		for (let pass = 0; pass < MOST_PASSES; pass++) {
			const next = rewrite(folded);
			if (next === folded) break;
			folded = next;
		}
		return folded;
	};
}

function normalise(text: string): string {
	const compatible = text.normalize('NFKC').replace(INVISIBLE, '');
	if (!ACCENTED.test(compatible)) return compatible;
	return compatible.replace(/[\u00c0-\u024f\u1e00-\u1eff]+/g, (letters) =>
		letters.normalize('NFD').replace(/\p{M}+/gu, ''),
	);
}

function foldCharacters(text: string, characters: ReadonlyMap<string, string>): string {
	let folded = '';
	for (const character of text) folded += characters.get(character) ?? character;
	return folded;
}

function escapePattern(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
