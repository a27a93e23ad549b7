/** A code block as the parser gives it. */
interface Code {
	readonly value: string;
	readonly position?: { readonly start: Place; readonly end: Place } | undefined;
}

interface Place {
	readonly line: number;
	readonly offset?: number | undefined;
}

/** The marks that open a fenced block; undefined for code that is only indented. */
export function openingMarks(node: Code, text: string): string | undefined {
	const start = node.position?.start.offset ?? 0;
	return /^(?:`{3,}|~{3,})/.exec(text.slice(start, start + 100))?.[0];
}

/** The language of a line inside a block that can only have been meant to open another one. */
export function openingInside({ value }: Code, marks: string): string | undefined {
	if (!value.includes(marks)) return undefined;
	const [mark] = marks;
	return new RegExp(`^ {0,3}${mark}{${marks.length},}([a-z][\\w+#-]*)[ \\t]*$`, 'im').exec(value)?.[1];
}

/**
 * Whether a block that `marks` open has its closing line. Markdown closes it silently with what holds it; then its last
 * line is content.
 */
export function isClosed(node: Code, marks: string, text: string): boolean {
	const { start, end } = node.position ?? {};
	const lines = (end?.line ?? 1) - (start?.line ?? 1) + 1;
	const last = lastLine(text, end?.offset ?? text.length)
		.replace(/^[ \t>]*/, '')
		.trimEnd();
	const isMark = last.length >= marks.length && last === marks.charAt(0).repeat(last.length);
	return lines > 1 && isMark && linesIn(node.value) <= lines - 2;
}

function lastLine(text: string, end: number): string {
	let start = end;
	while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
	return text.slice(start, end);
}

function linesIn(value: string): number {
	if (value === '') return 0;
	let lines = 1;
	for (let at = value.indexOf('\n'); at !== -1; at = value.indexOf('\n', at + 1)) lines++;
	return lines;
}
