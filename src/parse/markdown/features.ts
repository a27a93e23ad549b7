import type { Features } from './grammar.ts';

/**
 * Looks which parts of the dialect a text can use, with plain string searches. May say yes where the
 * parser then finds nothing, never the other way round.
 */
export function featuresOf(text: string): Features {
	return {
		directives: text.includes(':::'),
		footnotes: text.includes('[^'),
		strikethrough: text.includes('~'),
		tasks: /\[[\sxX]\]/.test(text),
		addresses: text.includes('://') || /www\./i.test(text),
		mailLines: text.includes('@') ? linesWith(text, /@/g) : NO_LINES,
		delimiterLines: linesWith(text, /^[ \t>]*[|:-][|: \t-]*$/gm),
	};
}

const NO_LINES: ReadonlySet<number> = new Set();

/** The 1-based numbers of the lines on which the pattern matches. */
function linesWith(text: string, pattern: RegExp): ReadonlySet<number> {
	const lines = new Set<number>();
	let line = 1;
	let at = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		for (; at < match.index; at++) {
			const code = text.charCodeAt(at);
			if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
		}
		lines.add(line);
	}
	return lines;
}
