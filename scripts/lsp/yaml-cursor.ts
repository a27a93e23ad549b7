import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';

/** Where in a YAML text the cursor is. Offsets count in the text that was given. */
export interface YamlCursor {
	readonly path: readonly (string | number)[];
	/** Of a key, `path` is the map that it stands in. */
	readonly role: 'key' | 'value';
	/** What stands before the cursor in the key or value, quotes aside. */
	readonly written: string;
	/** The key or value to be replaced, quotes aside. */
	readonly start: number;
	readonly end: number;
	readonly isQuoted: boolean;
	/** Inside `{}` or `[]`. */
	readonly inFlow: boolean;
	/** Keys that the map at the cursor has already. */
	readonly siblings: readonly string[];
}

/** Stands for the cursor while the text is parsed; for private use, so that no text holds it. */
const MARK = '\uE000';

/** A line that holds nothing but the beginning of a word: a key in the making. */
const LONE_WORD = /^[ \t]*[^\s:#'"[\]{},&*!|>%@`-]?[^\s:#'"[\]{},]*$/;

/**
 * Finds the cursor in a text that is being written and may be broken anywhere: the parser reads the text with a
 * mark at the cursor, and where the mark comes out is where the cursor is.
 */
export function yamlCursor(text: string, offset: number): YamlCursor | undefined {
	const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
	const nextBreak = text.slice(offset).search(/[\r\n]/);
	const lineEnd = nextBreak === -1 ? text.length : offset + nextBreak;
	const isLone = LONE_WORD.test(text.slice(lineStart, offset)) && text.slice(offset, lineEnd).trim() === '';
	// With its colon a lone word is a key to the parser, whatever stands below it.
	const marked = `${text.slice(0, offset)}${MARK}${isLone ? ':' : ''}${text.slice(offset)}`;
	const document = parseDocument(marked, { prettyErrors: false, stringKeys: true, uniqueKeys: false });
	const found = search(document.contents, [], false, []);
	// Lines of a text are nobody's choice among values.
	if (!found || /^BLOCK/.test(found.scalar.type ?? '')) return undefined;
	const source = sourceOf(found.scalar);
	const at = source.indexOf(MARK);
	const range = found.scalar.range ?? [offset, offset, offset];
	const isQuoted = /^QUOTE/.test(found.scalar.type ?? '');
	const written = source.slice(0, at);
	if (/[\r\n]/.test(written)) return undefined;
	const start = range[0] + (isQuoted ? 1 : 0);
	const end = Math.min(lineEnd, Math.max(offset, range[1] - MARK.length - (isQuoted ? 1 : 0)));
	return {
		path: found.path,
		role: found.role,
		written,
		start,
		end,
		isQuoted,
		inFlow: found.inFlow,
		siblings: found.siblings,
	};
}

interface Found extends Pick<YamlCursor, 'path' | 'role' | 'inFlow' | 'siblings'> {
	readonly scalar: Scalar;
}

function search(
	node: Node | null,
	path: readonly (string | number)[],
	inFlow: boolean,
	siblings: readonly string[],
): Found | undefined {
	if (isScalar(node)) {
		return sourceOf(node).includes(MARK)
			? { path, role: 'value', inFlow, siblings, scalar: node }
			: undefined;
	}
	if (isSeq(node)) {
		for (const [index, item] of node.items.entries()) {
			const found = search(item as Node, [...path, index], inFlow || node.flow === true, []);
			if (found) return found;
		}
	}
	if (!isMap(node)) return undefined;
	const flow = inFlow || node.flow === true;
	const keys = node.items.flatMap(({ key }) =>
		isScalar(key) && !sourceOf(key).includes(MARK) ? [String(key.value)] : [],
	);
	for (const { key, value } of node.items) {
		if (!isScalar(key)) continue;
		if (sourceOf(key).includes(MARK)) return { path, role: 'key', inFlow: flow, siblings: keys, scalar: key };
		const found = search(value as Node | null, [...path, String(key.value)], flow, []);
		if (found) return found;
	}
	return undefined;
}

function sourceOf(scalar: Scalar): string {
	return scalar.source ?? String(scalar.value ?? '');
}
