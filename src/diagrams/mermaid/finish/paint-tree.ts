import { COLOUR, luminanceOf, parseColour } from '../colour/colour.ts';
import { PALETTE } from '../colour/palette.ts';
import { type Declaration, declarationsOf, writeDeclarations } from '../sanitize/css.ts';
import { elementsOf, isElement, type XmlElement } from '../xml/tree.ts';
import { COLOUR_PROPERTIES, recolour, type Use } from './recolour.ts';

const WORDS: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath']);
const SHAPES: ReadonlySet<string> = new Set(['rect', 'circle', 'ellipse', 'polygon', 'path']);
/** As in the style sheet; `display: none` alone matters. */
const DROPPED: ReadonlySet<string> = new Set([
	'font-family',
	'cursor',
	'filter',
	'direction',
	'white-space',
	'color',
	'mix-blend-mode',
	'display',
]);

/** Puts palette colours into attributes and `style` attributes of the whole drawing. */
export function paintTree(root: XmlElement, own: ReadonlySet<number>): void {
	for (const element of elementsOf(root)) {
		for (const [name, value] of element.attributes) {
			if (name === 'font-family' || name === 'cursor' || name === 'color' || name === 'filter')
				element.attributes.delete(name);
			else if (COLOUR_PROPERTIES.has(name))
				element.attributes.set(name, recolour(value, useOf(element, name), own));
			else if (name === 'style') paintStyle(element, declarationsOf(value), own);
		}
	}
	for (const element of elementsOf(root)) if (element.name === 'g') contrast(element);
}

function paintStyle(
	element: XmlElement,
	declarations: readonly Declaration[],
	own: ReadonlySet<number>,
): void {
	const last = new Map(declarations.map((declaration) => [declaration.property, declaration]));
	const kept = [...last.values()].flatMap(({ property, value }) => {
		if (DROPPED.has(property) && !(property === 'display' && value.startsWith('none'))) return [];
		const painted = COLOUR_PROPERTIES.has(property) ? recolour(value, useOf(element, property), own) : value;
		return [{ property, value: painted }];
	});
	if (kept.length === 0) element.attributes.delete('style');
	else element.attributes.set('style', writeDeclarations(kept));
}

function useOf(element: XmlElement, property: string): Use {
	if (WORDS.has(element.name) || property === 'color') return 'text';
	return property === 'stroke' ? 'line' : 'area';
}

/**
 * An author's fill stays the same on a dark page, so the words on it get a colour that stays the same too:
 * dark on light fills, light on dark ones, unless the author chose one.
 */
function contrast(group: XmlElement): void {
	const fill = group.children
		.filter(isElement)
		.map(fillOfShape)
		.find((each) => each !== undefined);
	const colour = fill ? parseColour(fill) : undefined;
	if (!colour || colour.a < 0.5) return;
	const words = luminanceOf(colour) > 0.36 ? PALETTE['node-text'] : '#ffffff';
	for (const element of elementsOf(group)) {
		if (!WORDS.has(element.name) || authorsFill(element)) continue;
		const rest = declarationsOf(element.attributes.get('style') ?? '').filter(
			({ property }) => property !== 'fill',
		);
		element.attributes.set(
			'style',
			writeDeclarations([...rest, { property: 'fill', value: `${words} !important` }]),
		);
	}
}

/** The author's fill of a shape, or of a group of shapes without words. */
function fillOfShape(element: XmlElement): string | undefined {
	if (SHAPES.has(element.name)) return authorsFill(element);
	const parts = [...elementsOf(element)];
	if (element.name !== 'g' || parts.some((part) => WORDS.has(part.name))) return undefined;
	return parts
		.filter((part) => SHAPES.has(part.name))
		.map(authorsFill)
		.find((each) => each !== undefined);
}

/** The fill in a `style` attribute when it is a plain colour, not one of the palette. */
function authorsFill(element: XmlElement): string | undefined {
	const declarations = declarationsOf(element.attributes.get('style') ?? '');
	const value = declarations.filter(({ property }) => property === 'fill').at(-1)?.value;
	if (value === undefined || value.includes('var(')) return undefined;
	return value.match(COLOUR)?.[0];
}
