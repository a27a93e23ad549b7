import {
	BOARD_NAMES,
	type BoardName,
	type Boards,
	type LanguageTag,
	type LanguageView,
	type LocalizedText,
	localize,
	type SiteModel,
} from '../../model/index.ts';
import { boardLength } from './board-targets.ts';

/** A text in the language of a view where it exists, and the language that it is in. */
export function pickedText(
	text: LocalizedText,
	view: LanguageView,
	fallback: LanguageTag,
): { readonly text: string; readonly lang: LanguageTag } | undefined {
	const chosen = localize(text, view.lang, fallback);
	if (chosen === '') return undefined;
	const lang = text[view.lang] === chosen ? view.lang : Object.keys(text).find((tag) => text[tag] === chosen);
	return { text: chosen, lang: lang ?? view.lang };
}

const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

/** An ISO 8601 period in words: `P3M` is `3 months`. */
export function periodWords(period: string, lang: LanguageTag): string {
	const parts = [...period.matchAll(/(\d+)([YMWD])/g)].map(([, count = '0', unit]) =>
		new Intl.NumberFormat(lang, {
			style: 'unit',
			unit: UNITS[unit as keyof typeof UNITS],
			unitDisplay: 'long',
		}).format(Number(count)),
	);
	return parts.join(' ') || period;
}

/** The number that a board is known by, and how many of those need somebody. */
export interface BoardCount {
	readonly count: number;
	readonly alarm: number;
}

export function boardCount(boards: Boards, board: BoardName): BoardCount {
	const [next] = boards.upgrade.plans;
	switch (board) {
		case 'workarounds':
			return counted(boards.workarounds, ({ state }) => state === 'overdue');
		case 'freshness':
			return counted(boards.freshness, ({ state }) => state === 'weak' || state === 'never');
		case 'coverage':
			return counted(
				boards.coverage.processes.flatMap(({ missing }) => missing),
				({ incidents }) => incidents > 0,
			);
		case 'risks':
			return counted(boards.risks, ({ level }) => level === 'high' || level === 'critical');
		case 'permissions':
			return counted(boards.permissions, ({ state, concerns }) => state === 'expired' || concerns.length > 0);
		case 'continuity':
			return counted(boards.continuity.systems, ({ proofs }) =>
				proofs.some(({ state }) => state === 'overdue' || state === 'never'),
			);
		case 'customisations':
			return counted(boards.customisations.notes, ({ risk }) => risk === 'high');
		case 'upgrade':
			return { count: next ? boardLength(boards, board, next) : 0, alarm: next?.unestimated ?? 0 };
		case 'timeline':
			return counted(boards.timeline.logs, ({ outcome }) => outcome === 'open');
		case 'incidents':
			return { count: boards.incidents.all.count, alarm: boards.incidents.all.open };
	}
}

/** The numbers of all boards, for pages that show nothing else of them. */
export function boardCountsShown({ boards }: SiteModel): readonly BoardCount[] {
	return boards ? BOARD_NAMES.map((board) => boardCount(boards, board)) : [];
}

function counted<T>(rows: readonly T[], isPressing: (row: T) => boolean): BoardCount {
	return { count: rows.length, alarm: rows.filter(isPressing).length };
}
