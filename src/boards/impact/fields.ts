import type { Document, SourceRange } from '../../model/index.ts';

/** Line of a frontmatter value, from 1; the document's first where the place is not known. */
export function lineOf(document: Document, pointer: string): number {
	const range: SourceRange | undefined = document.positions[pointer]?.value;
	return range?.start.line ?? 1;
}

/** The entries of a list in frontmatter that are objects, with their pointers. */
export function records(
	document: Document,
	field: string,
): { value: Record<string, unknown>; pointer: string }[] {
	const list = document.frontmatter[field];
	if (!Array.isArray(list)) return [];
	return list.flatMap((value: unknown, index) =>
		typeof value === 'object' && value !== null
			? [{ value: value as Record<string, unknown>, pointer: `/${field}/${index}` }]
			: [],
	);
}

/** The texts of a list, with their pointers. */
export function textsAt(list: unknown, pointer: string): { value: string; pointer: string }[] {
	if (!Array.isArray(list)) return [];
	return list.flatMap((value: unknown, index) =>
		typeof value === 'string' ? [{ value, pointer: `${pointer}/${index}` }] : [],
	);
}
