/** A code as it stands in a text: `ORA-01555` at some place, `ora1555` in canonical form. */
export interface CodeMention {
	readonly canonical: string;
	readonly start: number;
	readonly end: number;
}

/**
 * The form in which codes are equal: compatibility characters and letter case folded, separators and a hexadecimal
 * prefix dropped, zeros between letters and a number dropped. `ORA-01555`, `ora 1555` and `ＯＲＡ：1555` are one.
 */
export function canonicalCode(code: string): string {
	return code
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '')
		.replace(/^0+x(?=[0-9a-f]{4,}$)/, '')
		.replace(/(\p{L})0+(?=\p{N})/gu, '$1');
}

/** What looks like a code. Every alternative is linear: no nested repetition over the same characters. */
const MENTIONS: readonly RegExp[] = [
	/[A-Za-z][A-Za-z0-9]{0,39}(?:[_./:\\-][A-Za-z0-9]{1,40}){1,8}/g,
	/(?<![A-Za-z0-9])(?:[A-Za-z]{1,20}\d[A-Za-z0-9]{0,20}|\d{1,12}[A-Za-z][A-Za-z0-9]{0,20})(?![A-Za-z0-9])/g,
	/(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]{0,11}[ :#=]{1,2}\d{2,10}(?![A-Za-z0-9.])/g,
	/(?<![\d.])\d{1,5}(?:\.\d{1,5}){1,3}(?![\d.])/g,
	/(?<![\d.])\d{2} \d{3}(?![\d.])/g,
];

const LONGEST_CODE = 80;

/** Codes in a text that has been folded but kept its case, in order of place; overlapping readings are all given. */
export function codesIn(text: string): CodeMention[] {
	const found: CodeMention[] = [];
	for (const pattern of MENTIONS) {
		for (const match of text.matchAll(pattern)) {
			const canonical = canonicalCode(match[0]);
			if (canonical.length < 2 || canonical.length > LONGEST_CODE) continue;
			found.push({ canonical, start: match.index, end: match.index + match[0].length });
		}
	}
	return found.sort((a, b) => a.start - b.start || b.end - a.end || (a.canonical < b.canonical ? -1 : 1));
}
