import { createHash } from 'node:crypto';
import {
	BOARD_NAMES,
	type BoardName,
	type Boards,
	type LanguageView,
	type Route,
	routeSegment,
	type SiteModel,
	type UpgradePlan,
} from '../../model/index.ts';
import { boardRoute, boardsRoute } from './addresses.ts';

interface Base {
	readonly route: Route;
	readonly view: LanguageView;
}

export interface BoardPageTarget extends Base {
	readonly type: 'board';
	readonly board: BoardName;
	/** Pages of the board's long table, from 1. */
	readonly number: number;
	readonly count: number;
	/** Upgrade board only. */
	readonly plan?: UpgradePlan;
}

export type BoardTarget = (Base & { readonly type: 'boards' }) | BoardPageTarget;

/** Path of a board's data below the base. */
export function boardFile(board: BoardName): string {
	return `api/boards/${board}.json`;
}

/** Rows of the long table on one page. */
export const BOARD_ROWS = 200;

/** How many rows the long table of a board has. */
export function boardLength(boards: Boards, board: BoardName, plan?: UpgradePlan): number {
	switch (board) {
		case 'coverage':
			return boards.coverage.processes.length;
		case 'continuity':
			return boards.continuity.logs.length;
		case 'customisations':
			return boards.customisations.notes.length;
		case 'upgrade':
			return plan?.items.length ?? 0;
		case 'timeline':
			return boards.timeline.logs.length;
		case 'incidents':
			return boards.incidents.incidents.length;
		default:
			return boards[board].length;
	}
}

/** The rows of one page. */
export function pageRows<T>(rows: readonly T[], { number }: Pick<BoardPageTarget, 'number'>): readonly T[] {
	return rows.slice((number - 1) * BOARD_ROWS, number * BOARD_ROWS);
}

/** The address segment of a release; '' for the release after the newest. */
export function releaseSegment({ release }: Pick<UpgradePlan, 'release'>): string {
	return release === '' ? '' : routeSegment(release);
}

/** Every board of a view; a board that has nothing to show says so. */
export function* boardTargets({ boards }: SiteModel, view: LanguageView): Generator<BoardTarget> {
	if (!boards) return;
	yield { type: 'boards', route: boardsRoute(view), view };
	for (const board of BOARD_NAMES) {
		if (board !== 'upgrade') yield* pagesOf(boards, view, board);
		else for (const plan of boards.upgrade.plans) yield* pagesOf(boards, view, board, plan);
	}
}

function* pagesOf(
	boards: Boards,
	view: LanguageView,
	board: BoardName,
	plan?: UpgradePlan,
): Generator<BoardPageTarget> {
	const count = Math.max(1, Math.ceil(boardLength(boards, board, plan) / BOARD_ROWS));
	for (let number = 1; number <= count; number++) {
		const route = boardRoute(view, board, number, plan && releaseSegment(plan));
		yield { type: 'board', route, view, board, number, count, ...(plan ? { plan } : {}) };
	}
}

const hashes = new WeakMap<Boards, string>();

/** What a board page shows besides its view: all boards at once, since each also shows the counts of the others. */
export function boardShown({ boards }: SiteModel, target: BoardTarget): unknown[] {
	if (!boards) return [target.type];
	let hash = hashes.get(boards);
	if (!hash) {
		hash = createHash('sha256').update(JSON.stringify(boards)).digest('base64url');
		hashes.set(boards, hash);
	}
	return target.type === 'boards' ? [hash] : [hash, target.board, target.number, target.plan?.release];
}
