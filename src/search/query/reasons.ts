import { CONCEPT_MARK } from '../concepts.ts';
import type { Postings } from '../format.ts';
import { canonicalCode } from '../text/codes.ts';
import { CODE_MARK } from '../text/tokens.ts';
import type { Lookup } from './likeness.ts';
import type { ParsedQuery, Unit } from './parse.ts';
import type { Scored } from './rank.ts';
import type { Reason } from './result.ts';

/** From this likeness on, the text itself is the reason. */
const ALIKE = 0.25;
const MOST_WORDS = 6;

/** Why a document was found, the most telling reason first. */
export function reasonsFor(scored: Scored, query: ParsedQuery, lookup: Lookup): Reason[] {
	const reasons = signatureReasons(scored, query);
	const { alike } = scored;
	if (alike && alike.value >= ALIKE && !reasons.some(({ value }) => value === alike.text.text)) {
		const { field, text } = alike.text;
		reasons.push({ type: field, value: text });
	}
	const found = query.units.filter((unit) => holds(lookup(unit.term), scored.doc));
	const codes = found.filter(({ type }) => type === 'code').map(({ text }) => text);
	const known = reasons.map(({ value }) => canonicalCode(value));
	for (const code of new Set(codes)) {
		if (!known.some((value) => value.includes(canonicalCode(code))))
			reasons.push({ type: 'code', value: code });
	}
	if (reasons.length === 0) reasons.push(...wordReasons(found, query, scored.doc, lookup));
	return reasons;
}

/** Spellings of one code are one reason. */
function signatureReasons({ signatures }: Scored, { paste }: ParsedQuery): Reason[] {
	const reasons = new Map<string, Reason>();
	for (const { type, value, line, lineText } of signatures) {
		const key = canonicalCode(value);
		if (reasons.has(key)) continue;
		const kind = type === 'text' ? 'signature' : type;
		reasons.set(key, { type: kind, value, ...(paste && { line, lineText }) });
	}
	return [...reasons.values()];
}

/** A reason in plain words, for a terminal. */
export function plainReason({ type, value, line }: Reason): string {
	return `${type} ${value}${line === undefined ? '' : ` (line ${line})`}`;
}

function wordReasons(found: readonly Unit[], query: ParsedQuery, doc: number, lookup: Lookup): Reason[] {
	const words = joinGrams(found.filter(({ weight }) => weight > 0.2));
	if (words.length > 0) return [{ type: 'words', value: words.slice(0, MOST_WORDS).join(' ') }];
	const related = query.units.filter(({ alternatives }) =>
		alternatives.some(({ term }) => term.startsWith(CONCEPT_MARK) && holds(lookup(term), doc)),
	);
	const texts = joinGrams(related);
	return texts.length > 0 ? [{ type: 'related', value: texts.slice(0, MOST_WORDS).join(' ') }] : [];
}

/** `库存`, `存数`, `数量` → `库存数量`. */
function joinGrams(units: readonly Unit[]): string[] {
	const words: string[] = [];
	for (const { type, term, text } of units) {
		if (term.startsWith(CODE_MARK) || type === 'part') continue;
		const last = words.at(-1);
		if (type === 'gram' && last && text.length === 2 && last.endsWith(text[0] ?? ' ')) {
			words[words.length - 1] = last + (text[1] ?? '');
		} else if (!words.includes(text)) words.push(text);
	}
	return words;
}

function holds(postings: Postings | undefined, doc: number): boolean {
	if (!postings) return false;
	let low = 0;
	let high = postings.docs.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((postings.docs[middle] ?? 0) < doc) low = middle + 1;
		else high = middle;
	}
	return postings.docs[low] === doc;
}
