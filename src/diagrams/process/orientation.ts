import type { ProcessModel } from '../../model/index.ts';
import type { Orientation } from './layout-types.ts';

/** Lanes side by side need a page's width: above this many only rows are drawn. */
const MOST_COLUMNS = 5;
/** How far a drawing may shrink before its text is too small to read. */
const LEAST_SCALE = 0.66;

/** The orientations a process can be read in: columns only with few lanes. */
export function orientationsOf({ lanes }: Pick<ProcessModel, 'lanes'>): readonly Orientation[] {
	return lanes.length <= MOST_COLUMNS ? ['rows', 'columns'] : ['rows'];
}

/**
 * The orientation that suits a page with `availableWidth` px for the drawing: rows where they can be read without
 * scrolling sideways, else columns where those can, else rows. The widths are of the finished drawings.
 */
export function chooseOrientation(
	widths: { readonly rows: number; readonly columns: number | undefined },
	availableWidth: number,
): Orientation {
	const fits = (width: number | undefined) => width !== undefined && width * LEAST_SCALE <= availableWidth;
	return !fits(widths.rows) && fits(widths.columns) ? 'columns' : 'rows';
}
