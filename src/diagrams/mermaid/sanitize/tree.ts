import { isSafeUrl } from '../../../model/index.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { ATTRIBUTES, PROPERTIES, TAGS } from './allowed.ts';
import { declarationsOf, isSafeValue, rulesOf, writeDeclarations, writeRules } from './css.ts';

const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[\w+/=\s]+$/i;

/**
 * The same element with only what a drawing needs, by allow-list: undefined when the element itself is not
 * one of them. What an unknown element holds goes with it. Prefixed names are foreign but for `svg:`.
 */
export function sanitizeElement(element: XmlElement): XmlElement | undefined {
	const name = element.name.replace(/^svg:/, '');
	if (!TAGS.has(name)) return undefined;
	const attributes = safeAttributes(name, element.attributes);
	if (name === 'image' && !attributes.has('href')) return undefined;
	if (name === 'style') {
		const sheet = element.children.filter((child) => !isElement(child)).join('');
		const rules = writeRules(rulesOf(sheet));
		return rules === '' ? undefined : { name, attributes: new Map(), children: [rules] };
	}
	return { name, attributes, children: safeChildren(element.children) };
}

function safeChildren(children: readonly XmlNode[]): XmlNode[] {
	return children.flatMap((child): XmlNode[] => {
		const safe = isElement(child) ? sanitizeElement(child) : child;
		return safe === undefined ? [] : [safe];
	});
}

function safeAttributes(tag: string, attributes: ReadonlyMap<string, string>): Map<string, string> {
	const safe = new Map<string, string>();
	for (const [written, value] of attributes) {
		const name = written === 'xlink:href' ? 'href' : written;
		const kept = safeAttribute(tag, name, value);
		// A drawing may carry both spellings of href; the first that is safe counts.
		if (kept !== undefined && !safe.has(name)) safe.set(name, kept);
	}
	return safe;
}

function safeAttribute(tag: string, name: string, value: string): string | undefined {
	if (name === 'href') return safeHref(tag, value.trim());
	if (name === 'style') return writeDeclarations(declarationsOf(value)) || undefined;
	if (PROPERTIES.has(name)) return isSafeValue(value) ? value : undefined;
	return ATTRIBUTES.has(name) ? value : undefined;
}

function safeHref(tag: string, href: string): string | undefined {
	if (tag === 'a') return isSafeUrl(href) ? href : undefined;
	if (tag === 'image') return DATA_IMAGE.test(href) ? href : undefined;
	return /^#[\w:.-]+$/.test(href) ? href : undefined;
}
