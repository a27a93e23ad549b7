import type { Diagram, ProcessView } from '../../model/index.ts';

/** Width by height of the printable part of a landscape sheet, A4 or Letter. */
const LANDSCAPE = 265 / 170;

/** The drawing that comes out larger on one landscape page. */
export function bestOnPaper({ rows, columns }: ProcessView): 'rows' | 'columns' {
	return columns && sizeOnPaper(columns) > sizeOnPaper(rows) ? 'columns' : 'rows';
}

/** Scale of a drawing that fills the sheet, up to a factor that is the same for all. */
function sizeOnPaper({ width, height }: Diagram): number {
	return Math.min(LANDSCAPE / width, 1 / height);
}
