import { Converter } from 'opencc-js/t2cn';
import { REGIONAL_TERMS, VARIANT_CHARACTERS } from '../glossary/regional.ts';
import { createFold, type FoldTable } from '../text/fold.ts';

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
/** Simplified text writes 什么 for 什麼; the same character in a traditional text, as a variant of 幺, is rare. */
const AS_IT_IS = '么';

/** Every character of the basic Han block whose simplified form differs, with that form. About 3,000 pairs. */
function simplifications(): Map<string, string> {
	const all: string[] = [];
	for (let point = FIRST_HAN; point <= LAST_HAN; point++) all.push(String.fromCodePoint(point));
	const pairs = new Map<string, string>();
	for (const from of ['tw', 'hk'] as const) {
		const converted = Converter({ from, to: 'cn' })(all.join('\n')).split('\n');
		all.forEach((character, at) => {
			const simple = converted[at];
			if (character === AS_IT_IS) return;
			if (simple && simple !== character && !pairs.has(character)) pairs.set(character, simple);
		});
	}
	return settle(new Map([...pairs, ...Object.entries(VARIANT_CHARACTERS)]));
}

/** Follows chains (`帳` → `帐` → `账`) to their end, so that one replacement suffices. */
function settle(pairs: ReadonlyMap<string, string>): Map<string, string> {
	const settled = new Map<string, string>();
	for (const [character] of pairs) {
		let end = character;
		for (let step = 0; step < 4; step++) end = pairs.get(end) ?? end;
		if (end !== character) settled.set(character, end);
	}
	return settled;
}

/**
 * The folding of one knowledge base: only pairs that can ever meet something in its texts. A query character that
 * the texts lack is still folded when its simplified form occurs.
 */
export function foldTableFor(texts: Iterable<string>): FoldTable {
	const pairs = simplifications();
	const occurring = new Set<string>();
	for (const text of texts) for (const character of text) occurring.add(pairs.get(character) ?? character);
	const used = [...pairs].filter(([, simple]) => occurring.has(simple));
	const characters: FoldTable = {
		from: used.map(([character]) => character).join(''),
		to: used.map(([, simple]) => simple).join(''),
		terms: [],
	};
	const foldCharacters = createFold(characters);
	const terms = new Map<string, string>();
	for (const [regional, usual] of REGIONAL_TERMS) {
		const [from, to] = [foldCharacters(regional), foldCharacters(usual)];
		if (from !== to && [...to].every((character) => occurring.has(character))) terms.set(from, to);
	}
	return { ...characters, terms: [...terms] };
}
