/** Unicode's control characters, and its ends of lines and paragraphs. */
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/** What others wrote (texts, names of files) without what ends a line or commands a terminal or a pipeline; columns stay. */
export function inert(text: string): string {
	return text.replace(CONTROL, ' ');
}
