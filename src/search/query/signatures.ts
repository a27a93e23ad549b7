import type { BaseDocument } from '../format.ts';
import { canonicalCode, codesIn } from '../text/codes.ts';
import type { Fold } from '../text/fold.ts';

/** A declared signature found in what the reader wrote or pasted. */
export interface SignatureMatch {
	readonly doc: number;
	readonly type: 'code' | 'text' | 'pattern';
	/** As declared in the document. */
	readonly value: string;
	/** Line of the paste, from 1, and its text, shortened. */
	readonly line: number;
	readonly lineText: string;
}

export type SignatureScan = (raw: string) => SignatureMatch[];

/** Lines beyond these bounds are not read: the work for any paste stays small. */
const MOST_LINES = 4000;
const LONGEST_LINE = 2000;
const MOST_MATCHES = 50;
const SHOWN_LINE = 160;
const SHORTEST_LITERAL = 4;

interface Declared {
	readonly doc: number;
	readonly value: string;
}

interface Signatures {
	readonly codes: ReadonlyMap<string, readonly Declared[]>;
	readonly literals: readonly (Declared & { readonly folded: string })[];
	readonly patterns: readonly (Declared & { readonly pattern: RegExp })[];
}

/** Scans line by line for the codes, literals and patterns that documents declare; each signature matches once. */
export function createSignatureScan(documents: readonly BaseDocument[], fold: Fold): SignatureScan {
	const signatures = collect(documents, fold);
	return (raw) => {
		const found = new Map<string, SignatureMatch>();
		const lines = raw.split(/\r\n|\n|\r/, MOST_LINES);
		for (const [at, full] of lines.entries()) {
			if (found.size >= MOST_MATCHES) break;
			const line = full.slice(0, LONGEST_LINE);
			for (const { type, declared } of matchesIn(line, signatures, fold)) {
				const key = `${declared.doc}\n${type}\n${declared.value}`;
				if (found.has(key)) continue;
				const lineText = line.trim().slice(0, SHOWN_LINE);
				found.set(key, { doc: declared.doc, type, value: declared.value, line: at + 1, lineText });
			}
		}
		return [...found.values()];
	};
}

function collect(documents: readonly BaseDocument[], fold: Fold): Signatures {
	const codes = new Map<string, Declared[]>();
	const literals: (Declared & { folded: string })[] = [];
	const patterns: (Declared & { pattern: RegExp })[] = [];
	documents.forEach((document, doc) => {
		for (const { type, value } of document.signatures) {
			if (type === 'pattern') {
				const pattern = compile(value);
				if (pattern) patterns.push({ doc, value, pattern });
				continue;
			}
			if (type === 'code') {
				const canonical = canonicalCode(fold(value));
				codes.set(canonical, [...(codes.get(canonical) ?? []), { doc, value }]);
			}
			const folded = squeeze(fold(value));
			if (folded.length >= SHORTEST_LITERAL && (type === 'text' || /\s/.test(folded))) {
				literals.push({ doc, value, folded });
			}
		}
	});
	return { codes, literals, patterns };
}

function matchesIn(
	line: string,
	{ codes, literals, patterns }: Signatures,
	fold: Fold,
): { type: SignatureMatch['type']; declared: Declared }[] {
	const folded = fold(line);
	const found: { type: SignatureMatch['type']; declared: Declared }[] = [];
	const canonicals = new Set(codesIn(folded).map(({ canonical }) => canonical));
	if (line.length <= LONGEST_WHOLE_CODE) canonicals.add(canonicalCode(folded));
	for (const word of folded.matchAll(/[\p{L}\p{N}_]{4,64}/gu)) canonicals.add(canonicalCode(word[0]));
	for (const canonical of canonicals) {
		for (const declared of codes.get(canonical) ?? []) found.push({ type: 'code', declared });
	}
	const squeezed = literals.length > 0 ? squeeze(folded) : '';
	for (const declared of literals)
		if (squeezed.includes(declared.folded)) found.push({ type: 'text', declared });
	for (const declared of patterns) if (declared.pattern.test(line)) found.push({ type: 'pattern', declared });
	return found;
}

/** A short line may be a code as a whole, however it is punctuated. */
const LONGEST_WHOLE_CODE = 60;

function squeeze(text: string): string {
	return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A pattern that this engine cannot read matches nothing; the build has reported it. */
function compile(source: string): RegExp | undefined {
	try {
		return new RegExp(source, 'iu');
	} catch {
		return undefined;
	}
}
