import { type Document, FILE_START, type SourceRange } from '../model/index.ts';

/** Where the value of a frontmatter pointer stands; its nearest known ancestor otherwise. */
export function valueRange(document: Document, pointer: string): SourceRange {
	const place = document.positions[pointer];
	if (place) return place.value;
	return pointer === '' ? FILE_START : keyRange(document, parentOf(pointer));
}

/** Where the key of a frontmatter pointer stands; list items, which have none, answer with their value's start. */
export function keyRange(document: Document, pointer: string): SourceRange {
	const place = document.positions[pointer];
	if (place) return place.key ?? startOf(place.value);
	return pointer === '' ? FILE_START : keyRange(document, parentOf(pointer));
}

/** The first line of the frontmatter: where a missing key belongs. Files without frontmatter: their start. */
export function frontmatterStart(document: Document): SourceRange {
	if (!document.positions['']) return FILE_START;
	return { start: { line: 1, column: 1 }, end: { line: 1, column: 4 } };
}

/** The empty range at a range's start, for things that cover many lines. */
export function startOf(range: SourceRange): SourceRange {
	return { start: range.start, end: range.start };
}

/** `/steps/3/next` → `/steps/3`. */
export function parentOf(pointer: string): string {
	return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** A pointer as people write it: `/steps/3/next` → `steps[3].next`. */
export function readablePath(pointer: string): string {
	return pointer
		.split('/')
		.slice(1)
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
		.map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`))
		.join('');
}

/** A line of a text, 1-based, without its end; '' where there is none. */
export function sourceLine(text: string, line: number): string {
	let from = 0;
	const ends = /\r\n|\n|\r/g;
	for (let passed = 1; passed < line; passed++) {
		if (!ends.exec(text)) return '';
		from = ends.lastIndex;
	}
	ends.lastIndex = from;
	return text.slice(from, ends.exec(text)?.index ?? text.length);
}
