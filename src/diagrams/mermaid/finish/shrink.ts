import { LOCAL_URL } from '../sanitize/css.ts';
import { classesOf, elementsOf, isElement, type XmlElement } from '../xml/tree.ts';
import { classesInSheets } from './style-sheet.ts';

/** Of no use unless something refers to them. */
const DEFINITIONS: ReadonlySet<string> = new Set(
	'marker linearGradient radialGradient clipPath mask pattern filter symbol'.split(' '),
);
const IDREF_ATTRIBUTES = ['aria-labelledby', 'aria-describedby'] as const;
/** Attributes with coordinates; hundredths of a pixel are more than a screen shows. */
const NUMERIC =
	/^(?:d|points|transform|viewBox|x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|width|height|refX|refY|markerWidth|markerHeight|stroke-width|stroke-dasharray)$/;

/** Takes away what shows nothing: unused markers and gradients, empty groups, classes without a rule, needless digits. */
export function shrink(root: XmlElement): void {
	for (let before = -1, now = 0; before !== now; ) {
		before = now;
		const referred = referredIds(root);
		prune(root, (element) => {
			if (isHidden(element)) return false;
			if (DEFINITIONS.has(element.name)) return referred.has(element.attributes.get('id') ?? '');
			if (element.name === 'g' || element.name === 'defs')
				return element.children.some((child) => isElement(child));
			if (element.name === 'rect') return element.attributes.has('width') && element.attributes.has('height');
			if (element.name === 'path') return (element.attributes.get('d') ?? '') !== '';
			if (element.name === 'tspan' || element.name === 'text') return element.children.length > 0;
			return true;
		});
		now = [...elementsOf(root)].length;
	}
	const classes = classesInSheets(root);
	const referred = referredIds(root);
	for (const element of elementsOf(root)) {
		keep(element, 'class', [...new Set(classesOf(element))].filter((name) => classes.has(name)).join(' '));
		if (!referred.has(element.attributes.get('id') ?? '') && element !== root)
			element.attributes.delete('id');
		for (const [name, value] of element.attributes) {
			if (NUMERIC.test(name)) element.attributes.set(name, round(value));
		}
	}
}

/**
 * Makes every id start with `prefix`, references included, so that two drawings share one page. Ends stay as
 * they are: the style sheet knows some ids by them.
 */
export function prefixIds(root: XmlElement, prefix: string): void {
	const nameOf = (id: string): string => (id.startsWith(`${prefix}-`) ? id : `${prefix}-${id}`);
	for (const element of elementsOf(root)) {
		for (const [name, value] of element.attributes) {
			if (name === 'id' && element !== root) element.attributes.set(name, nameOf(value));
			else if (name === 'href' && element.name !== 'a' && value.startsWith('#'))
				element.attributes.set(name, `#${nameOf(value.slice(1))}`);
			else if ((IDREF_ATTRIBUTES as readonly string[]).includes(name)) {
				element.attributes.set(name, value.split(/\s+/).map(nameOf).join(' '));
			} else if (value.includes('url(')) {
				element.attributes.set(
					name,
					value.replace(LOCAL_URL, (_, __, id: string) => `url(#${nameOf(id)})`),
				);
			}
		}
	}
}

function referredIds(root: XmlElement): ReadonlySet<string> {
	const ids = new Set<string>();
	for (const element of elementsOf(root)) {
		for (const [name, value] of element.attributes) {
			if (name === 'href' && value.startsWith('#')) ids.add(value.slice(1));
			for (const [, , id = ''] of value.matchAll(LOCAL_URL)) ids.add(id);
		}
		for (const name of IDREF_ATTRIBUTES) {
			for (const id of (element.attributes.get(name) ?? '').split(/\s+/)) ids.add(id);
		}
	}
	return ids;
}

function prune(element: XmlElement, stays: (element: XmlElement) => boolean): void {
	for (const child of element.children) if (isElement(child)) prune(child, stays);
	element.children = element.children.filter((child) => !isElement(child) || stays(child));
}

/** Menus that only a script would open. */
function isHidden(element: XmlElement): boolean {
	const { attributes } = element;
	return attributes.get('display') === 'none' || /(?:^|;)display:none/.test(attributes.get('style') ?? '');
}

function keep(element: XmlElement, name: string, value: string): void {
	if (value === '') element.attributes.delete(name);
	else element.attributes.set(name, value);
}

function round(value: string): string {
	return value.replace(/-?\d*\.\d+(?:e[-+]?\d+)?/gi, (digits) => {
		const rounded = Math.round(Number(digits) * 100) / 100;
		return String(rounded === 0 ? 0 : rounded);
	});
}
