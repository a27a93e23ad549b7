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
