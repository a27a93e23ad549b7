/** The lines of the frontmatter in a text that is being written; undefined where the offset is not among them. */
export function frontmatterAround(text: string, offset: number): { start: number; end: number } | undefined {
	const opening = /^---[ \t]*\r?\n/.exec(text)?.[0];
	if (!opening || offset < opening.length) return undefined;
	const closing = /^---[ \t]*\r?$/m.exec(text.slice(opening.length));
	const end = closing ? opening.length + closing.index : text.length;
	// A closing line that is not written yet: what looks like a body ends the block.
	return offset <= end ? { start: opening.length, end } : undefined;
}
