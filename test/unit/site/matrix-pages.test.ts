import { expect, it } from 'vitest';
import type { MatrixRow } from '../../../src/model/index.ts';
import { groupedPages } from '../../../src/site/plan/matrix-pages.ts';

const link = (id: string) =>
	({ id, kind: 'process', lang: 'en', title: id, summary: '', route: '/' }) as const;

function rows(...groups: readonly (readonly [string, number])[]): MatrixRow[] {
	return groups.flatMap(([group, count]) =>
		Array.from({ length: count }, (_, at) => ({
			link: link(`${group}${at}`),
			level: 3,
			group: link(group),
			modules: [],
			cells: [],
		})),
	);
}

it.each([
	['one page for few', rows(['a', 3], ['b', 2]), [5]],
	['cuts between groups', rows(['a', 6], ['b', 6]), [6, 6]],
	['cuts a group that is too long', rows(['a', 25]), [10, 10, 5]],
	['nothing of nothing', [], []],
])('%s', (_name, all, lengths) => {
	const pages = groupedPages(all, 10);
	expect(pages.map((page) => page.length)).toEqual(lengths);
	expect(pages.flat()).toEqual(all);
});
