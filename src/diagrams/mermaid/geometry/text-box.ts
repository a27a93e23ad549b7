import { FONT_ASCENT, FONT_DESCENT, measureText, type TextStyle } from '../../text/measure.ts';
import { type Box, unite } from './box.ts';
import { fontSizeOf, textProperty } from './styles.ts';

/** Glyphs in a row that share one anchor: SVG calls it a text chunk. */
interface Chunk {
	readonly anchor: string;
	readonly x: number;
	width: number;
	readonly rows: Box[];
}

interface Pen {
	x: number;
	y: number;
	/** Whether collapsible white space was just written. */
	space: boolean;
	chunk: Chunk | undefined;
	readonly chunks: Chunk[];
}

/** Width of a text's glyphs in px, whatever their rows. */
export function textLength(element: Element): number {
	const style = styleOf(element);
	let width = 0;
	for (const node of element.childNodes) {
		if (node.nodeType === 1) width += textLength(node as Element);
		else if (node.nodeType === 3) width += measureText(collapse(node.textContent ?? ''), style);
	}
	return width;
}

/**
 * Bounds of a `<text>` as Chromium reports them: from ascent to descent of the font (each rounded, as its
 * font metrics are), from the first to the last advance; undefined for an empty text.
 */
export function textBox(text: Element, only: Element = text): Box | undefined {
	const pen: Pen = { x: 0, y: 0, space: true, chunk: undefined, chunks: [] };
	const rows = new Map<Element, Box[]>();
	place(text, pen, rows);
	const wanted =
		only === text
			? [...rows.values()]
			: [...rows].filter(([of]) => only.contains(of)).map(([, list]) => list);
	for (const chunk of pen.chunks) shift(chunk);
	return unite(wanted.flat());
}

function place(element: Element, pen: Pen, rows: Map<Element, Box[]>): void {
	if (textProperty(element, 'display') === 'none') return;
	move(element, pen);
	const style = styleOf(element);
	const own: Box[] = [];
	rows.set(element, own);
	for (const node of element.childNodes) {
		if (node.nodeType === 1) place(node as Element, pen, rows);
		else if (node.nodeType === 3) write(node.textContent ?? '', element, style, pen, own);
	}
}

function move(element: Element, pen: Pen): void {
	const x = firstLength(element, 'x');
	const y = firstLength(element, 'y');
	if (x !== undefined || y !== undefined || !pen.chunk) {
		pen.x = x ?? pen.x;
		pen.y = y ?? pen.y;
		pen.chunk = { anchor: textProperty(element, 'text-anchor'), x: pen.x, width: 0, rows: [] };
		pen.chunks.push(pen.chunk);
		pen.space = true;
	}
	pen.x += firstLength(element, 'dx') ?? 0;
	pen.y += firstLength(element, 'dy') ?? 0;
}

function write(text: string, element: Element, style: TextStyle, pen: Pen, own: Box[]): void {
	let shown = collapse(text);
	if (pen.space) shown = shown.replace(/^ /, '');
	if (shown === '' || !pen.chunk) return;
	pen.space = shown.endsWith(' ');
	const width = measureText(shown, style);
	const ascent = Math.round(FONT_ASCENT * style.size);
	const height = ascent + Math.round(FONT_DESCENT * style.size);
	const row = { x: pen.x, y: pen.y - ascent + baselineShift(element, style.size), width, height };
	own.push(row);
	pen.chunk.rows.push(row);
	pen.x += width;
	pen.chunk.width = pen.x - pen.chunk.x;
}

/** Rows are placed as if anchored at the start; the whole chunk moves once its width is known. */
function shift(chunk: Chunk): void {
	const share = chunk.anchor === 'middle' ? 0.5 : chunk.anchor === 'end' ? 1 : 0;
	for (const row of chunk.rows) (row as { x: number }).x -= chunk.width * share;
}

function baselineShift(element: Element, size: number): number {
	switch (textProperty(element, 'dominant-baseline')) {
		case 'middle':
			// Half the x-height of Inter.
			return 0.273 * size;
		case 'central':
			return ((FONT_ASCENT - FONT_DESCENT) / 2) * size;
		case 'hanging':
			return 0.8 * FONT_ASCENT * size;
		case 'text-before-edge':
		case 'text-top':
			return FONT_ASCENT * size;
		case 'text-after-edge':
		case 'text-bottom':
		case 'ideographic':
			return -FONT_DESCENT * size;
		default:
			return 0;
	}
}

function styleOf(element: Element): TextStyle {
	const weight = textProperty(element, 'font-weight');
	const heavy = weight === 'bold' || weight === 'bolder' || Number.parseInt(weight, 10) >= 600;
	return { size: fontSizeOf(element), weight: heavy ? 600 : 400 };
}

function collapse(text: string): string {
	return text.replace(/[\t\n\r ]+/g, ' ');
}

function firstLength(element: Element, name: string): number | undefined {
	const text = element
		.getAttribute(name)
		?.trim()
		.split(/[\s,]+/, 1)[0];
	const value = text === undefined ? Number.NaN : Number.parseFloat(text);
	if (!Number.isFinite(value)) return undefined;
	return text?.endsWith('em') ? value * fontSizeOf(element) : value;
}
