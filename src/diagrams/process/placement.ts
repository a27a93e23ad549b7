import type { ProcessModel } from '../../model/index.ts';
import { type DataStack, sizeData } from './data-size.ts';
import { type FlowGraph, flowGraphOf } from './flow-graph.ts';
import type { LayoutOptions, Orientation } from './layout-types.ts';
import { type SizedStep, sizeSteps } from './node-size.ts';
import { ranksOf } from './ranks.ts';
import { type Rows, rowsOf } from './slots.ts';

/** Smallest size across the flow of a row without steps, px. */
const EMPTY_ROW = { rows: 40, columns: 88 } as const;

/** The steps in their cells: all about a drawing but its edges and its coordinates. */
export interface Placement {
	readonly orientation: Orientation;
	readonly graph: FlowGraph;
	readonly steps: readonly SizedStep[];
	/** Step → rank and row, the cells of the two axes. */
	readonly ranks: readonly number[];
	readonly rows: Rows;
	/** Rank and row → least size, px. */
	readonly rankSizes: readonly number[];
	readonly rowSizes: readonly number[];
	/** By step; undefined where there are none, or none are shown. */
	readonly data: readonly (DataStack | undefined)[];
}

export function placeSteps(model: ProcessModel, options: LayoutOptions): Placement {
	const { orientation, dataObjects = false, dataName = (object) => object } = options;
	const graph = flowGraphOf(model);
	const steps = sizeSteps(graph.steps);
	const ranks = ranksOf(graph);
	const rows = rowsOf(graph, ranks);
	const alongSize = (step: SizedStep) => (orientation === 'rows' ? step.width : step.height);
	const acrossSize = (step: SizedStep) => (orientation === 'rows' ? step.height : step.width);
	const rankSizes = new Array<number>(Math.max(0, ...ranks.map((rank) => rank + 1))).fill(0);
	const rowSizes = rows.laneOfRow.map(() => EMPTY_ROW[orientation] as number);
	steps.forEach((step, index) => {
		const rank = ranks[index] ?? 0;
		const row = rows.rowOf[index] ?? 0;
		rankSizes[rank] = Math.max(rankSizes[rank] ?? 0, alongSize(step));
		rowSizes[row] = Math.max(rowSizes[row] ?? 0, acrossSize(step));
	});
	const data = graph.steps.map((step) => (dataObjects ? sizeData(step, dataName) : undefined));
	return { orientation, graph, steps, ranks, rows, rankSizes, rowSizes, data };
}
