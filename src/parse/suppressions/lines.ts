import type { Nodes, Parents, Root } from 'mdast';
import type { FrontmatterPositions } from '../../model/index.ts';

/** Which lines an ignoring comment on a line covers, 1-based, both ends included; undefined: it is no comment there. */
export type CoveredLines = (line: number) => readonly [first: number, last: number] | undefined;

/**
 * In a body: the block below. Of a directive, which holds other blocks, its opening line; comments that
 * follow each other share the block.
 */
export function coveredInBody(root: Root, isComment: (line: number) => boolean, lines: number): CoveredLines {
	const code: (readonly [number, number])[] = [];
	const blocks = new Map<number, number>();
	const visit = (parent: Parents): void => {
		for (const node of parent.children as Nodes[]) {
			const { start, end } = node.position ?? {};
			if (!start || !end) continue;
			if (node.type === 'code') code.push([start.line, end.line]);
			const last = node.type === 'containerDirective' ? start.line : end.line;
			if (node.type !== 'html' && !blocks.has(start.line)) blocks.set(start.line, last);
			if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') visit(node);
		}
	};
	visit(root);
	const starts = [...blocks.keys()].sort((a, b) => a - b);
	return (line) => {
		if (code.some(([first, last]) => first <= line && line <= last)) return undefined;
		let below = line + 1;
		while (below <= lines && isComment(below)) below++;
		const start = starts.find((each) => each >= below);
		return [line, start === undefined ? line : (blocks.get(start) ?? start)];
	};
}

/** In frontmatter: the entry below, with everything indented under it. Inside a text of many lines `#` is no comment. */
export function coveredInFrontmatter(
	text: readonly string[],
	positions: FrontmatterPositions,
	last: number,
): CoveredLines {
	const leaves = Object.entries(positions).filter(
		([pointer]) => !Object.keys(positions).some((other) => other.startsWith(`${pointer}/`)),
	);
	const lineAt = (line: number): string => text[line - 1] ?? '';
	return (line) => {
		const isInText = leaves.some(
			([, { value }]) =>
				value.start.line < line &&
				(line < value.end.line || (line === value.end.line && value.end.column > 1)),
		);
		if (isInText) return undefined;
		let first = line + 1;
		while (first < last && /^\s*(?:#|$)/.test(lineAt(first))) first++;
		const indent = indentOf(lineAt(first));
		const isItem = /^\s*-(?:\s|$)/.test(lineAt(first));
		let end = first;
		while (end + 1 < last && belongs(lineAt(end + 1), indent, isItem)) end++;
		return [line, end];
	};
}

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}

/** YAML lets the items of a list stand at the indentation of their key. */
function belongs(line: string, indent: number, isItem: boolean): boolean {
	if (line.trim() === '' || indentOf(line) > indent) return true;
	return !isItem && indentOf(line) === indent && /^\s*-(?:\s|$)/.test(line);
}
