import { COLOUR, type Colour, hueOf, keyOf, luminanceOf, parseColour } from '../colour/colour.ts';
import {
	isSentinel,
	PALETTE,
	type PaletteName,
	paint,
	paletteName,
	SERIES,
	series,
	tint,
} from '../colour/palette.ts';

/** What a colour is used for: lines need more contrast than areas, words the most. */
export type Use = 'text' | 'line' | 'area';

/** Properties and attributes that hold colours. */
export const COLOUR_PROPERTIES: ReadonlySet<string> = new Set([
	'fill',
	'stroke',
	'color',
	'stop-color',
	'flood-color',
	'lighting-color',
]);

/** The page's text colour is too strong for lines; for words it is the drawing's that counts. */
const CURRENT = /^\s*currentcolor\b/i;
const CURRENT_ENTRIES: Readonly<Record<Use, PaletteName>> = {
	text: 'node-text',
	line: 'lane-stroke',
	area: 'node-text',
};

/** The colours that an author wrote in the fence: those stay. */
export function coloursIn(source: string): ReadonlySet<number> {
	const found = new Set<number>();
	for (const [text] of source.matchAll(COLOUR)) {
		const colour = parseColour(text);
		if (colour) found.add(keyOf(colour));
	}
	return found;
}

/**
 * Replaces every colour in a value: sentinels by their palette entry, mermaid's own fixed colours by the entry
 * that comes nearest, so that nothing is left that only suits a light page. The author's colours stay.
 */
export function recolour(value: string, use: Use, own: ReadonlySet<number>): string {
	if (CURRENT.test(value)) return paint(CURRENT_ENTRIES[use]);
	return value.replace(COLOUR, (text) => {
		const colour = parseColour(text);
		if (!colour) return text;
		if (own.has(keyOf(colour)) && !isSentinel(colour)) return text;
		const name = paletteName(colour);
		if (colour.a === 0) return 'transparent';
		const entry = name === undefined ? nearestEntry(colour, use) : strengthen(name, use);
		// A see-through label lets the line under it strike out its words.
		if (colour.a === 1 || entry === 'surface') return paint(entry);
		return `color-mix(in srgb, ${paint(entry)} ${Math.round(colour.a * 100)}%, transparent)`;
	});
}

/** A line in the tint of an area would hardly be seen. */
function strengthen(name: PaletteName, use: Use): PaletteName {
	return use === 'line' && name.startsWith('tint-') ? (name.replace('tint', 'series') as PaletteName) : name;
}

function nearestEntry(colour: Colour, use: Use): PaletteName {
	const { hue, saturation } = hueOf(colour);
	const luminance = luminanceOf(colour);
	const grey = saturation < 0.15 || luminance < 0.02 || luminance > 0.93;
	if (!grey) return use === 'area' && luminance > 0.75 ? tint(seriesOfHue(hue)) : series(seriesOfHue(hue));
	if (use === 'text') return luminance > 0.7 ? 'series-text' : luminance > 0.15 ? 'node-muted' : 'node-text';
	if (use === 'line') return luminance > 0.4 ? 'lane-stroke' : luminance > 0.9 ? 'surface' : 'edge';
	if (luminance > 0.93) return 'surface';
	return luminance > 0.6 ? 'lane-header' : luminance > 0.15 ? 'node-muted' : 'edge';
}

/** A series that is nearly grey is nobody's nearest hue. */
const HUES = Array.from({ length: SERIES }, (_, index) => {
	const { hue, saturation } = hueOf(parseColour(PALETTE[series(index)]) as Colour);
	return saturation < 0.3 ? Number.NaN : hue;
});

function seriesOfHue(hue: number): number {
	const distance = (other: number): number => Math.min(Math.abs(hue - other), 360 - Math.abs(hue - other));
	return HUES.reduce((best, other, index) => (distance(other) < distance(HUES[best] ?? 0) ? index : best), 0);
}
