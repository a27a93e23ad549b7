import type { MatrixRow } from '../../model/index.ts';

/** Rows of one page; a table of more is slow to scroll and heavy to load. */
const MOST = 200;

/** Cuts the matrix into pages, between two process groups where a page would not become too short. */
export function groupedPages(rows: readonly MatrixRow[], most = MOST): readonly (readonly MatrixRow[])[] {
	const pages: MatrixRow[][] = [];
	let rest = rows;
	while (rest.length > most) {
		const cut = lastBreak(rest, most);
		pages.push(rest.slice(0, cut));
		rest = rest.slice(cut);
	}
	if (rest.length > 0) pages.push([...rest]);
	return pages;
}

function lastBreak(rows: readonly MatrixRow[], most: number): number {
	for (let cut = most; cut > most / 2; cut--) {
		if (rows[cut]?.group?.id !== rows[cut - 1]?.group?.id) return cut;
	}
	return most;
}
