import { escapeXml } from '../../svg.ts';
import { isElement, type XmlElement, type XmlNode } from './tree.ts';

/**
 * Writes an element so that XML and HTML parsers read the same from it: everything that could open or
 * close markup is escaped, `<style>` content is expected to hold none. Attributes come in the order of the map.
 */
export function writeXml(node: XmlNode): string {
	if (!isElement(node)) return escapeXml(node);
	const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
	const content = node.name === 'style' ? styleText(node) : node.children.map(writeXml).join('');
	return content === ''
		? `<${node.name}${attributes}/>`
		: `<${node.name}${attributes}>${content}</${node.name}>`;
}

/** HTML does not decode entities in a style sheet, so none are written; the sanitiser left no `<` and no `&`. */
function styleText(element: XmlElement): string {
	return element.children
		.filter((child) => typeof child === 'string')
		.join('')
		.replace(/[<&]/g, '');
}
