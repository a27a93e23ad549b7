/** `stock.md → Stock.md` in one line; where only blanks differ these are named, or both sides would look the same. */
export function shownChange(before: string, after: string): string {
	const [from, to] = [inOneLine(before), inOneLine(after)];
	const [shownFrom, shownTo] = from === to ? [withBlanks(before), withBlanks(after)] : [from, to];
	return before === '' ? `+ ${shownTo}` : `${shownFrom} → ${shownTo}`;
}

function inOneLine(text: string): string {
	return text.trim().replace(/\s+/g, ' ');
}

/** Every blank as `␣`, a tab as `⇥`, the end of a line as `⏎`, any other by its number: `U+3000`. */
function withBlanks(text: string): string {
	return text.replace(/\r\n|\s/g, (blank) => {
		if (blank === ' ') return '␣';
		if (blank === '\t') return '⇥';
		if (/[\r\n]/.test(blank)) return '⏎';
		return `<U+${blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
	});
}
