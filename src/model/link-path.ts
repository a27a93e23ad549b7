/**
 * A segment of a path as a link writes it: what would end the path, the link or its line is encoded, and brackets where
 * they have no partner. `spaces` are left where the target stands in angle brackets or quotes.
 */
export function encodeSegment(segment: string, spaces = false): string {
	const escaped = segment.replace(/[%?#<>"\\\p{Cc}]/gu, (each) => encodeURIComponent(each));
	const spaced = spaces ? escaped : escaped.replaceAll(' ', '%20');
	const isBalanced = /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(segment);
	return isBalanced ? spaced : spaced.replace(/[()]/g, percent);
}

/** `(` → `%28`. */
export function percent(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
