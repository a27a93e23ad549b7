import { type Document, FILE_START, type TextEdit } from '../model/index.ts';
import { frontmatterLines, isBlockMap, newBlock } from './frontmatter-lines.ts';
import { lineEndOf, type Places, placesOf } from './places.ts';

/** Edits of `redirectFrom`; `unclear` where the frontmatter is written in a way that only its writer understands. */
export type RedirectChange = { readonly edits: readonly TextEdit[] } | { readonly unclear: true };

const KEY = 'redirectFrom';

/** Adds an address to `redirectFrom` of a document, in the form that the list has. */
export function withRedirect(document: Document, text: string, address: string): RedirectChange {
	const places = placesOf(text);
	const block = frontmatterLines(text);
	if (!block) {
		// Dashes that open no frontmatter: whatever they are, a block before them would change it.
		if (text.startsWith('---')) return { unclear: true };
		const newText = newBlock(text, `${KEY}: [${address}]`);
		return { edits: [{ file: document.file, range: FILE_START, newText }] };
	}
	const insert = (at: number, newText: string): RedirectChange => ({
		edits: [{ file: document.file, range: places.range(at, at), newText }],
	});
	const end = lineEndOf(text);
	const place = document.positions[`/${KEY}`];
	if (!place) {
		if (!isBlockMap(text.slice(block.start, block.end))) return { unclear: true };
		return insert(block.end, `${KEY}:${end}  - ${address}${end}`);
	}
	const last = itemsOf(document).at(-1);
	const item = last && document.positions[`/${KEY}/${last.index}`]?.value;
	if (!item) return { unclear: true };
	const start = places.offset(item.start);
	const itemEnd = places.offset(item.end);
	if (isFlow(text, places, document)) return insert(itemEnd, `, ${address}`);
	const lead = itemLead(text, start);
	if (lead === undefined) return { unclear: true };
	return insert(nextLine(text, itemEnd), `${lead}${address}${end}`);
}

/** Takes an address out of `redirectFrom`; the key goes with its last address, and so does a block made for it. */
export function withoutRedirect(document: Document, text: string, address: string): RedirectChange {
	const places = placesOf(text);
	const block = frontmatterLines(text);
	const items = itemsOf(document);
	const item = items.find(({ value }) => value === address);
	const place = document.positions[`/${KEY}`];
	if (!block || !item || !place?.key) return { unclear: true };
	const cut = (start: number, end: number): RedirectChange => ({
		edits: [{ file: document.file, range: places.range(start, end), newText: '' }],
	});
	const flow = isFlow(text, places, document);
	if (items.length === 1) {
		const whole = newBlock(text, `${KEY}: [${address}]`);
		if (text.startsWith(whole)) return cut(0, whole.length);
		const keyStart = places.offset(place.key.start);
		const end = nextLine(text, places.offset(place.value.end) - (flow ? 0 : 1));
		return isLineStart(text, keyStart) && end <= block.end ? cut(keyStart, end) : { unclear: true };
	}
	const range = document.positions[`/${KEY}/${item.index}`]?.value;
	if (!range) return { unclear: true };
	const start = places.offset(range.start);
	const end = places.offset(range.end);
	if (!flow) {
		const lead = itemLead(text, start);
		return lead === undefined ? { unclear: true } : cut(start - lead.length, nextLine(text, end));
	}
	const before = /,\s*$/.exec(text.slice(0, start))?.[0];
	if (before !== undefined) return cut(start - before.length, end);
	const after = /^\s*,\s*/.exec(text.slice(end))?.[0];
	return after === undefined ? { unclear: true } : cut(start, end + after.length);
}

function itemsOf({ frontmatter }: Document): { value: unknown; index: number }[] {
	const list = frontmatter[KEY];
	return Array.isArray(list) ? list.map((value: unknown, index) => ({ value, index })) : [];
}

function isFlow(text: string, places: Places, document: Document): boolean {
	const value = document.positions[`/${KEY}`]?.value;
	return value !== undefined && text.charAt(places.offset(value.start)) === '[';
}

/** What stands before the item of a block list: its indentation and dash. */
function itemLead(text: string, start: number): string | undefined {
	return /(?:^|\n)([ \t]*- +)$/.exec(text.slice(0, start))?.[1];
}

function isLineStart(text: string, at: number): boolean {
	return at === 0 || text.charAt(at - 1) === '\n';
}

function nextLine(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end === -1 ? text.length : end + 1;
}
