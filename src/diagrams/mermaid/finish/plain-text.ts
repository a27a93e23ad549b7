import { elementsOf, isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';

/**
 * Takes the tspan around every single word away where it says nothing: mermaid writes one per word, for the
 * bold and slanted ones.
 */
export function unwrapWords(root: XmlElement): void {
	const weights = [...elementsOf(root)].some(
		(element) =>
			/font-weight/.test(element.attributes.get('style') ?? '') ||
			(element.name === 'style' && /font-weight/.test(element.children.join(''))) ||
			(element.name !== 'tspan' && element.attributes.has('font-weight')),
	);
	for (const element of elementsOf(root)) {
		if (element.name !== 'text' && element.name !== 'tspan') continue;
		element.children = merged(element.children.flatMap((child) => unwrapped(child, weights)));
	}
}

function unwrapped(node: XmlNode, weights: boolean): XmlNode[] {
	if (!isElement(node) || node.name !== 'tspan') return [node];
	if (node.attributes.get('font-style') === 'normal') node.attributes.delete('font-style');
	if (!weights && node.attributes.get('font-weight') === 'normal') node.attributes.delete('font-weight');
	return node.attributes.size === 0 ? node.children.flatMap((child) => unwrapped(child, weights)) : [node];
}

function merged(nodes: readonly XmlNode[]): XmlNode[] {
	const result: XmlNode[] = [];
	for (const node of nodes) {
		const last = result.at(-1);
		if (!isElement(node) && typeof last === 'string') result[result.length - 1] = last + node;
		else result.push(node);
	}
	return result;
}
