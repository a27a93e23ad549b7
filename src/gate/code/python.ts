import { escapePattern, type FindDefinition } from './definition.ts';

/** A `def`, a `class` or an assignment at the start of a line; it ends where the indentation comes back. */
export const pythonDefinition: FindDefinition = (lines, name, { first, last }) => {
	const opening = new RegExp(
		`^([ \\t]*)(?:(?:async[ \\t]+)?def[ \\t]+|class[ \\t]+)${escapePattern(name)}\\b|^([ \\t]*)${escapePattern(name)}[ \\t]*(?::[^=]+)?=(?!=)`,
	);
	for (let index = first - 1; index < last; index++) {
		const match = opening.exec(lines[index] ?? '');
		if (!match) continue;
		const depth = (match[1] ?? match[2] ?? '').length;
		return { first: decorated(lines, index, first - 1) + 1, last: blockEnd(lines, index, depth, last) };
	}
	return undefined;
};

function decorated(lines: readonly string[], index: number, floor: number): number {
	let start = index;
	while (start > floor && /^\s*@/.test(lines[start - 1] ?? '')) start--;
	return start;
}

/** Line number of the last line that is not blank before one as shallow as the opening. */
function blockEnd(lines: readonly string[], opening: number, depth: number, last: number): number {
	let end = opening + 1;
	let text: string | undefined;
	let open = 0;
	for (let index = opening; index < last; index++) {
		const line = lines[index] ?? '';
		const wasInside = text !== undefined || open > 0;
		if (index > opening && !wasInside && line.trim() !== '' && !/^\s*#/.test(line)) {
			const indent = line.length - line.trimStart().length;
			// The bracket that closes a wrapped head stands as far out as the head.
			if (indent <= depth && !/^\s*[)\]}]/.test(line)) break;
		}
		({ text, open } = scanned(line, text, open));
		if (line.trim() !== '' && (index === opening || wasInside || !isShallowComment(line, depth)))
			end = index + 1;
	}
	return end;
}

function isShallowComment(line: string, depth: number): boolean {
	return /^\s*#/.test(line) && line.length - line.trimStart().length <= depth;
}

/** Follows long texts and brackets through a line: their content may stand at any indentation. */
function scanned(
	line: string,
	text: string | undefined,
	open: number,
): { text: string | undefined; open: number } {
	let inside = text;
	let depth = open;
	for (const [token] of line.matchAll(/"""|'''|\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|#.*|[()[\]{}]/g)) {
		if (inside !== undefined) {
			if (token === inside) inside = undefined;
			else if (token.startsWith('#') && token.includes(inside)) inside = undefined;
		} else if (token === '"""' || token === "'''") inside = token;
		else if ('([{'.includes(token)) depth++;
		else if (')]}'.includes(token)) depth = Math.max(0, depth - 1);
	}
	return { text: inside, open: depth };
}
