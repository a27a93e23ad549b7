import type { Link, Parent, PhrasingContent, Text } from 'mdast';
import type { Position } from 'unist';

/** `kb:RB-INV-0042` or `kb:RB-INV-0042#recalc` standing in a sentence. Full stops and the like end an anchor. */
const BARE_ID =
	/(?<![A-Za-z0-9_/:.-])kb:[A-Z]{2,4}-[A-Z0-9]{1,8}-\d{3,6}(?!\p{N})(?:#[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*)?/gu;

/** Makes links of bare ids; they show the title of the document they name. */
export function linkBareIds(parent: Parent, text: string): void {
	for (let index = 0; index < parent.children.length; index++) {
		const node = parent.children[index];
		if (node?.type !== 'text' || !node.value.includes('kb:')) continue;
		const parts = partsOf(node, text);
		if (parts.every((part) => part === node || part.type === 'text')) continue;
		parent.children.splice(index, 1, ...parts);
		index += parts.length - 1;
	}
}

function partsOf(node: Text, text: string): PhrasingContent[] {
	const parts: PhrasingContent[] = [];
	let from = 0;
	// Escapes and entities make the value shorter than its source, so each id is looked for in the source.
	let offset = node.position?.start.offset ?? 0;
	for (const match of node.value.matchAll(BARE_ID)) {
		const found = text.indexOf(match[0], offset);
		const end = node.position?.end.offset ?? 0;
		if (found < 0 || found + match[0].length > end) continue;
		if (match.index > from) parts.push(textAt(node.value.slice(from, match.index), offset, found));
		parts.push(linkAt(match[0], found));
		from = match.index + match[0].length;
		offset = found + match[0].length;
	}
	const rest = node.value.slice(from);
	if (parts.length === 0) return [node];
	if (rest !== '') parts.push(textAt(rest, offset, node.position?.end.offset ?? offset));
	return parts;
}

function textAt(value: string, start: number, end: number): Text {
	return { type: 'text', value, position: positionAt(start, end) };
}

/** Lines and columns come from the offsets: see the collector's line table. */
function positionAt(start: number, end: number): Position {
	const place = (offset: number) => ({ line: 1, column: 1, offset });
	return { start: place(start), end: place(end) };
}

function linkAt(written: string, offset: number): Link {
	const position = positionAt(offset, offset + written.length);
	const label = written.slice('kb:'.length).replace(/#.*$/su, '');
	return {
		type: 'link',
		url: written,
		position,
		data: { bare: true },
		children: [{ type: 'text', value: label, position }],
	};
}
