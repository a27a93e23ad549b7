import type { Step } from '../../model/index.ts';
import type { TextBlock } from '../text/break.ts';

/** Lanes as rows (the flow runs to the right) or as columns (the flow runs down). */
export type Orientation = 'rows' | 'columns';

export interface LayoutOptions {
	readonly orientation: Orientation;
	/** Show the data objects of the steps beside them. */
	readonly dataObjects?: boolean;
	/** What a data object is called in the drawing; as written when left out. */
	readonly dataName?: (object: string) => string;
}

/** User units, y downwards. */
export interface XY {
	readonly x: number;
	readonly y: number;
}

export interface Box extends XY {
	readonly width: number;
	readonly height: number;
}

export type NodeShape = 'task' | 'diamond' | 'event';

export interface PlacedNode extends Box {
	readonly step: Step;
	readonly shape: NodeShape;
	/** Position in `lanes`. */
	readonly lane: number;
	readonly name: TextBlock;
	/** The transaction; no lines where the step has none. */
	readonly detail: TextBlock;
}

export interface PlacedLabel extends Box {
	readonly text: TextBlock;
}

export interface PlacedEdge {
	/** Positions in `nodes`. */
	readonly from: number;
	readonly to: number;
	/** The flows it stands for (positions in the model's `flows`): several when they join the same two steps. */
	readonly flows: readonly number[];
	/** Leads back to an earlier step. */
	readonly back: boolean;
	/** Corners of the orthogonal path, from the border of one node to the border of the other. */
	readonly points: readonly XY[];
	readonly label?: PlacedLabel;
}

export interface PlacedLane extends Box {
	readonly key: string;
	readonly text: TextBlock;
	/** Where the label stands; part of the lane's box. No area when no lane has a label. */
	readonly header: Box;
}

/** A finished geometry, enough to draw it or to write BPMN diagram interchange. */
/** A data object beside the step that uses it. */
export interface PlacedData extends Box {
	/** Position in `nodes`. */
	readonly node: number;
	readonly object: string;
	readonly text: TextBlock;
	/** The sheet of paper; the name stands right of it, or left of it when `mirrored`. */
	readonly icon: Box;
	readonly mirrored: boolean;
	/** The association: from the step's outline, or from the step's object next to it, to the sheet. */
	readonly link: readonly XY[];
}

export interface ProcessLayout {
	readonly orientation: Orientation;
	readonly width: number;
	readonly height: number;
	readonly lanes: readonly PlacedLane[];
	/** In flow order. */
	readonly nodes: readonly PlacedNode[];
	readonly edges: readonly PlacedEdge[];
	/** Empty unless asked for. */
	readonly data: readonly PlacedData[];
}
