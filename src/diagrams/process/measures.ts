import type { TextStyle } from '../text/measure.ts';

/** Text styles of the drawing. Layout and drawing must agree on them. */
export const NAME_TEXT: TextStyle = { size: 13, weight: 600 };
export const DETAIL_TEXT: TextStyle = { size: 11, weight: 400 };
export const LABEL_TEXT: TextStyle = { size: 12, weight: 400 };
export const DATA_TEXT: TextStyle = { size: 11, weight: 400 };
export const LANE_TEXT: TextStyle = { size: 13, weight: 600 };

/** Distances between baselines in px; `gap` separates the name from the transaction. */
export const LINE_HEIGHT = { name: 17, detail: 14, label: 15, lane: 18, gap: 3 } as const;

/** Distance of the two outer ports of a side from its centre, along x and along y. */
export const PORT_OFFSET = { x: 30, y: 14 } as const;

/** Distances between parallel things, in px. */
export const GAP = {
	/** Between two tracks of a channel. */
	track: 12,
	/** From a shape to the nearest track: room for an arrowhead and a rounded corner. */
	shapeToTrack: 18,
	/** Between shapes of neighbouring ranks when nothing runs between. */
	ranks: 40,
	/** Between shapes of neighbouring rows of one lane. */
	rows: 26,
	/** From a shape to the border of its lane. */
	shapeToBorder: 20,
	/** From a track to a border. */
	trackToBorder: 11,
	/** From a border to the first or the last shape along the flow. */
	ends: 24,
} as const;
