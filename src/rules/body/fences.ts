import type { Code } from 'mdast';

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
	const lines = text.slice(node.position?.start.offset, node.position?.end.offset).split(/\r\n|\n|\r/);
	const last =
		lines
			.at(-1)
			?.replace(/^[ \t>]*/, '')
			.trimEnd() ?? '';
	const isMark = last.length >= marks.length && last === marks.charAt(0).repeat(last.length);
	const content = node.value === '' ? 0 : node.value.split('\n').length;
	return lines.length > 1 && isMark && content <= lines.length - 2;
}
