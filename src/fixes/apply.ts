import { comparePoints, type TextEdit } from '../model/index.ts';
import { placesOf } from './places.ts';

/**
 * The text with the edits in it; everything outside their ranges stays byte for byte. Edits may come in any
 * order but must not overlap; insertions at one place keep their order.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const places = placesOf(text);
	const ordered = edits
		.map((edit) => ({
			start: places.offset(edit.range.start),
			end: places.offset(edit.range.end),
			newText: edit.newText,
		}))
		.sort((a, b) => a.start - b.start || a.end - b.end);
	let result = '';
	let from = 0;
	for (const { start, end, newText } of ordered) {
		if (start < from) throw new Error('Two edits of one text overlap.');
		result += text.slice(from, start) + newText;
		from = end;
	}
	return result + text.slice(from);
}

/** Whether two edits cannot both be made: they share text, or insert at one place. */
export function isConflict(a: TextEdit, b: TextEdit): boolean {
	if (a.file !== b.file) return false;
	const isSamePlace = comparePoints(a.range.start, b.range.start) === 0;
	if (isSamePlace) return true;
	return comparePoints(a.range.start, b.range.end) < 0 && comparePoints(b.range.start, a.range.end) < 0;
}

/** Whether two edits do the same. */
export function isSameEdit(a: TextEdit, b: TextEdit): boolean {
	return (
		a.file === b.file &&
		a.newText === b.newText &&
		comparePoints(a.range.start, b.range.start) === 0 &&
		comparePoints(a.range.end, b.range.end) === 0
	);
}
