import { type CssRule, rulesOf, writeRules } from '../sanitize/css.ts';
import { classesOf, elementsOf, type XmlElement } from '../xml/tree.ts';
import { COLOUR_PROPERTIES, recolour, type Use } from './recolour.ts';

/**
 * Fonts are the site's; pointers and shadows mean nothing in a still drawing, blending suits light pages only,
 * and `color` paints nothing in SVG.
 */
const DROPPED: ReadonlySet<string> = new Set([
	'font-family',
	'cursor',
	'filter',
	'direction',
	'white-space',
	'color',
	'mix-blend-mode',
]);
const TEXT_SELECTOR = /(?:text|tspan|label|title|span|\bp)\w*\s*$/i;

/**
 * The drawing's style sheet with rules for what is in it only, all of them below its own element (`#id …`),
 * in colours of the palette.
 */
export function finishStyleSheet(root: XmlElement, id: string, own: ReadonlySet<number>): void {
	const present = namesIn(root);
	for (const element of elementsOf(root)) {
		const styles = element.children.filter(
			(child): child is XmlElement => typeof child !== 'string' && child.name === 'style',
		);
		if (styles.length === 0) continue;
		const sheet = styles.map((style) => style.children.join('')).join('');
		const text = writeRules(rulesOf(sheet).flatMap((rule) => finishRule(rule, id, present, own)));
		const others = element.children.filter((child) => !styles.includes(child as XmlElement));
		const style: XmlElement = { name: 'style', attributes: new Map(), children: [text] };
		element.children = text === '' ? others : [style, ...others];
	}
}

function finishRule(
	rule: CssRule,
	id: string,
	present: ReadonlySet<string>,
	own: ReadonlySet<number>,
): CssRule[] {
	const selectors = rule.selectors.filter(
		(selector) => isBelow(selector, id) && isPresent(selector, present),
	);
	const words = selectors.some((selector) => TEXT_SELECTOR.test(selector));
	const labels = selectors.some((selector) => /label/i.test(selector));
	const declarations = rule.declarations.flatMap(({ property, value }) => {
		// Half-transparent label grounds let lines strike their words out.
		if (DROPPED.has(property) || (property === 'opacity' && labels)) return [];
		if (!COLOUR_PROPERTIES.has(property)) return [{ property, value }];
		return [{ property, value: recolour(value, useOf(property, words), own) }];
	});
	return selectors.length > 0 && declarations.length > 0 ? [{ selectors, declarations }] : [];
}

function useOf(property: string, words: boolean): Use {
	if (property === 'stroke') return 'line';
	return words ? 'text' : 'area';
}

/** Sibling combinators behind the drawing's element would reach into the page. */
function isBelow(selector: string, id: string): boolean {
	if (!selector.startsWith(`#${id}`)) return false;
	return /^(?:$|\s*>\s*[^~+>\s]|\s+[^~+>\s])/.test(selector.slice(id.length + 1));
}

/** Whether every tag, class and id that a selector names is in the drawing, where no `data-` attributes are left. */
function isPresent(selector: string, present: ReadonlySet<string>): boolean {
	if (/\[data-/.test(selector)) return false;
	const [, end] = /\[id\$="([^"]*)"\]/.exec(selector) ?? [];
	if (end !== undefined && ![...present].some((name) => name.startsWith('#') && name.endsWith(end)))
		return false;
	const plain = selector.replace(/\[[^\]]*\]|:[\w-]+(?:\([^()]*\))?/g, ' ');
	return (plain.match(/[.#]?-?[A-Za-z_][\w-]*/g) ?? []).every((name) => present.has(name));
}

function namesIn(root: XmlElement): ReadonlySet<string> {
	const names = new Set<string>();
	for (const element of elementsOf(root)) {
		names.add(element.name);
		for (const name of classesOf(element)) names.add(`.${name}`);
		const id = element.attributes.get('id');
		if (id !== undefined) names.add(`#${id}`);
	}
	return names;
}

/** Classes that the style sheet of a finished drawing names. */
export function classesInSheets(root: XmlElement): ReadonlySet<string> {
	const names = new Set<string>();
	for (const element of elementsOf(root)) {
		if (element.name !== 'style') continue;
		for (const { selectors } of rulesOf(element.children.join(''))) {
			for (const [, name = ''] of selectors.join(' ').matchAll(/\.(-?[A-Za-z_][\w-]*)/g)) names.add(name);
		}
	}
	return names;
}
