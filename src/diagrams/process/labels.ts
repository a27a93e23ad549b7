import { breakText, type TextBlock } from '../text/break.ts';
import { type DataPlace, dataPlacesOf, placeData, reserveForData } from './data-places.ts';
import { type Geometry, geometryOf, ownRuns, type Run, wishesOf } from './geometry.ts';
import { LABEL, labelHeight } from './label-measures.ts';
import { Obstacles } from './label-obstacles.ts';
import { makeRoom, reserveAtExit, sharesExit } from './label-room.ts';
import type { Box, PlacedData, PlacedLabel, XY } from './layout-types.ts';
import { LABEL_TEXT } from './measures.ts';
import type { ProcessPlan } from './plan.ts';

/** How often the drawing is stretched for labels that found no place. */
const ATTEMPTS = 10;

export interface LabelledGeometry {
	readonly geometry: Geometry;
	/** By edge; an edge with a text always has one. */
	readonly labels: readonly (PlacedLabel | undefined)[];
	/** Edges whose label lies where it should not, because there was no other way. */
	readonly crowded: readonly number[];
	/** By their steps' positions in the model. */
	readonly data: readonly PlacedData[];
}

/**
 * Places every edge label beside its own edge, free of shapes, lines and other labels: as near to the step it leaves
 * as can be, or to the step it reaches where edges fork only later, so that no name can be taken for another's. Where there is no room, the drawing is stretched there.
 */
export function placeLabels(plan: ProcessPlan): LabelledGeometry {
	const texts = plan.graph.edges.map(({ label }) =>
		label === '' ? undefined : breakText(label, { ...LABEL_TEXT, ...LABEL }),
	);
	const wishes = wishesOf(plan);
	const places = dataPlacesOf(plan);
	reserveForData(plan, wishes, places);
	texts.forEach((text, edge) => {
		if (text !== undefined) reserveAtExit(plan, wishes, edge, text);
	});
	for (let attempt = 0; ; attempt++) {
		const geometry = geometryOf(plan, wishes);
		const placed = tryPlace(plan, geometry, texts, places);
		if (placed.crowded.length === 0 || attempt === ATTEMPTS) return { geometry, ...placed };
		for (const edge of placed.crowded) makeRoom(plan, geometry, wishes, edge, texts[edge], attempt);
	}
}

function tryPlace(
	plan: ProcessPlan,
	geometry: Geometry,
	texts: readonly (TextBlock | undefined)[],
	places: readonly DataPlace[],
): Omit<LabelledGeometry, 'geometry'> {
	const data = placeData(plan, geometry, places);
	const obstacles = new Obstacles(plan, geometry, data);
	const crowded: number[] = [];
	const labels = texts.map((text, edge) => {
		if (text === undefined) return undefined;
		const runs = ownRuns(plan, geometry, edge);
		const free = freePlace(sharesExit(plan, edge) ? runs.toReversed() : runs, text, obstacles);
		if (free === undefined) crowded.push(edge);
		const place = free ?? besideStart(geometry.paths[edge] ?? [], text);
		obstacles.labels.push(place);
		return { ...place, text };
	});
	return { labels, crowded, data };
}

/** The best place that is free, clear of lane borders if possible. */
function freePlace(runs: readonly Run[], text: TextBlock, obstacles: Obstacles): Box | undefined {
	const best = runs.flatMap((run) => candidatesOn(run, text, bestOffsets));
	return (
		best.find((box) => obstacles.isFree(box, true)) ??
		best.find((box) => obstacles.isFree(box, false)) ??
		runs.flatMap((run) => candidatesOn(run, text, allOffsets)).find((box) => obstacles.isFree(box, false))
	);
}

/** Free or not: a label is never left out. */
function besideStart([start = { x: 0, y: 0 }]: readonly XY[], text: TextBlock): Box {
	const height = labelHeight(text);
	const x = start.x + LABEL.fromMark;
	return { x, y: Math.max(0, start.y - height - LABEL.fromLine), width: text.width, height };
}

/** How far along a run a label may begin, given the room it leaves: at its start, in its middle, at its end. */
function bestOffsets(room: number): number[] {
	return [LABEL.fromShape, LABEL.fromMark, room / 2, room - LABEL.fromShape].filter(
		(offset) => offset <= room,
	);
}

function allOffsets(room: number): number[] {
	return Array.from(
		{ length: Math.floor(room / LABEL.step) },
		(_, index) => index * LABEL.step + LABEL.fromLine,
	);
}

/** Places beside a run, best first: above before below, right before left. */
function candidatesOn(run: Run, text: TextBlock, offsets: (room: number) => number[]): Box[] {
	const size = { width: text.width, height: labelHeight(text) };
	const from = run.horizontal ? run.start.x : run.start.y;
	const to = run.horizontal ? run.end.x : run.end.y;
	const room = Math.abs(to - from) - (run.horizontal ? size.width : size.height);
	if (room < LABEL.fromLine + LABEL.fromShape) return [];
	const low = Math.min(from, to);
	const starts = offsets(room).map((offset) => low + (to > from ? offset : room - offset));
	return starts.flatMap((start): Box[] =>
		run.horizontal
			? [
					{ x: start, y: run.start.y - LABEL.fromLine - size.height, ...size },
					{ x: start, y: run.start.y + LABEL.fromLine, ...size },
				]
			: [
					{ x: run.start.x + LABEL.fromVertical, y: start, ...size },
					{ x: run.start.x - LABEL.fromVertical - size.width, y: start, ...size },
				],
	);
}
