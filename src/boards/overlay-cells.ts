import {
	OVERLAY_STATES,
	type OverlayCell,
	type OverlayItem,
	type OverlayName,
	type OverlayState,
	type OverlayTone,
} from '../model/index.ts';

type Parts = Readonly<Partial<Record<OverlayState, number>>>;

/** Steps that lack a runbook; `unguarded` are those of them where incidents happened. */
export interface Gaps {
	readonly missing: number;
	readonly unguarded: number;
}

/**
 * Counts items into a cell. `gaps` is for runbooks alone: what is not there cannot be an item. `at` says
 * whether the cell speaks of a step, where a missing runbook shows as 0, or of a whole process, where the
 * mark counts the steps that lack one.
 */
export function cellOf(
	overlay: OverlayName,
	items: readonly OverlayItem[],
	at: 'step' | 'process',
	gaps: Gaps = { missing: 0, unguarded: 0 },
): OverlayCell {
	const counts = new Map<OverlayState, number>([
		['missing', gaps.missing],
		['unguarded', gaps.unguarded],
	]);
	for (const { state } of items) counts.set(state, (counts.get(state) ?? 0) + 1);
	const parts: Partial<Record<OverlayState, number>> = {};
	for (const state of OVERLAY_STATES[overlay]) {
		const count = counts.get(state) ?? 0;
		if (count > 0) parts[state] = count;
	}
	return { tone: TONES[overlay](parts), sign: SIGNS[overlay](parts, at), parts, items };
}

/** Joins cells of one overlay; a document that several of them name counts once. */
export function sumCells(overlay: OverlayName, cells: readonly OverlayCell[]): OverlayCell {
	const items = new Map<string, OverlayItem>();
	const gaps = { missing: 0, unguarded: 0 };
	for (const cell of cells) {
		gaps.missing += cell.parts.missing ?? 0;
		gaps.unguarded += cell.parts.unguarded ?? 0;
		for (const item of cell.items) items.set(`${item.process ?? ''}/${item.id}`, item);
	}
	return cellOf(overlay, [...items.values()], 'process', gaps);
}

const TONES: Readonly<Record<OverlayName, (parts: Parts) => OverlayTone>> = {
	incidents: ({ open, past, ...fixes }) =>
		open ? 'bad' : past ? 'warn' : fixes['data-fix'] || fixes.permission ? 'info' : 'none',
	runbooks: ({ unguarded, missing, available }) =>
		unguarded ? 'bad' : missing ? 'warn' : available ? 'good' : 'none',
	customisations: ({ high, medium, low, unrated }) =>
		high ? 'warn' : medium || low || unrated ? 'info' : 'none',
	reviews: ({ overdue, never, soon, current }) =>
		overdue ? 'bad' : never || soon ? 'warn' : current ? 'good' : 'none',
	controls: ({ preventive, detective, untyped }) =>
		preventive ? 'good' : detective || untyped ? 'info' : 'none',
};

const SIGNS: Readonly<Record<OverlayName, (parts: Parts, at: 'step' | 'process') => string>> = {
	incidents: (parts) => shown(sum(parts, ['open', 'past']) || sum(parts, ['data-fix', 'permission'])),
	runbooks: (parts, at) => {
		const missing = sum(parts, ['missing']);
		if (at === 'process') return missing > 0 ? shown(missing) : parts.available ? '✓' : '';
		return missing > 0 ? '0' : shown(sum(parts, ['available']));
	},
	customisations: (parts) => shown(sum(parts, OVERLAY_STATES.customisations)),
	reviews: (parts) =>
		shown(sum(parts, ['overdue', 'never', 'soon'])) || (parts.current === undefined ? '' : '✓'),
	controls: (parts) => shown(sum(parts, OVERLAY_STATES.controls)),
};

function sum(parts: Parts, states: readonly OverlayState[]): number {
	return states.reduce((total, state) => total + (parts[state] ?? 0), 0);
}

function shown(count: number): string {
	return count === 0 ? '' : String(count);
}
