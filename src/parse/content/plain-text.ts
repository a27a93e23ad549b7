import type { Nodes } from 'mdast';

/** The text of a node without markup; images give their alternative text. */
export function textOf(node: Nodes): string {
	if ('value' in node) return node.type === 'html' ? '' : node.value;
	if ('alt' in node) return node.alt ?? '';
	if (!('children' in node)) return node.type === 'break' ? ' ' : '';
	let text = '';
	for (const child of node.children) text += textOf(child);
	return text;
}

/** Characters of a text from which on engines keep a part as a window on the whole. */
const WINDOW = 13;

/** The same text on its own: a part that a document keeps would otherwise keep the whole file with it in memory. */
export function onItsOwn(text: string): string {
	return text.length < WINDOW ? text : ` ${text}`.slice(1);
}
