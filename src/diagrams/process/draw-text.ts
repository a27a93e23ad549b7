import { element, escapeXml } from '../svg.ts';
import { FONT_ASCENT, FONT_DESCENT } from '../text/measure.ts';

export interface LinePlace {
	readonly x: number;
	/** Upper end of the first line's box. */
	readonly top: number;
	readonly lineHeight: number;
	readonly size: number;
}

/** Lines of text under each other as one `<text>`; style and anchor come from the group around it. */
export function textLines(lines: readonly string[], place: LinePlace): string {
	if (lines.length === 0) return '';
	// The baseline that puts the font's ascent and descent in the middle of the line's box.
	const baseline = place.top + (place.lineHeight + (FONT_ASCENT - FONT_DESCENT) * place.size) / 2;
	const [first = '', ...rest] = lines;
	if (rest.length === 0) return element('text', { x: place.x, y: baseline }, escapeXml(first));
	const spans = lines.map((line, index) =>
		element('tspan', { x: place.x, y: baseline + index * place.lineHeight }, escapeXml(line)),
	);
	return element('text', {}, ...spans);
}
