import { element, escapeXml } from '../svg.ts';
import { FONT_ASCENT, FONT_DESCENT } from '../text/measure.ts';

export interface LinePlace {
	readonly x: number;
	/** Upper end of the first line's box. */
	readonly top: number;
	readonly lineHeight: number;
	readonly size: number;
}

/** Lines of text under each other as one element; style and anchor come from the group around it. */
export function textLines(lines: readonly string[], place: LinePlace): string {
	if (lines.length === 0) return '';
	// The baseline that puts the font's ascent and descent in the middle of the line's box.
	const baseline = place.top + (place.lineHeight + (FONT_ASCENT - FONT_DESCENT) * place.size) / 2;
	const drawn = lines.map((line, index) =>
		element('text', { x: place.x, y: baseline + index * place.lineHeight }, escapeXml(line)),
	);
	// White space behind each line: whoever reads the texts as one, a screen reader too, reads words.
	return drawn.length === 1 ? `${drawn[0]} ` : element('g', {}, `${drawn.join(' ')} `);
}
