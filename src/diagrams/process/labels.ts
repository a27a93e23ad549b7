import { breakText, type TextBlock } from '../text/break.ts';
import { type Geometry, geometryOf, ownRuns, type Run, wishesOf } from './geometry.ts';
import { LABEL, labelHeight } from './label-measures.ts';
import { Obstacles } from './label-obstacles.ts';
import { makeRoom, reserveAtExit } from './label-room.ts';
import type { Box, PlacedLabel } from './layout-types.ts';
import { LABEL_TEXT } from './measures.ts';
import type { ProcessPlan } from './plan.ts';

/** How often the drawing is stretched for labels that found no place. */
const ATTEMPTS = 14;

/**
 * Places every edge label beside its own edge, as near to the step it leaves as can be, free of shapes,
 * lines and other labels. Where there is no room, the drawing is stretched there.
 */
export function placeLabels(plan: ProcessPlan): { geometry: Geometry; labels: (PlacedLabel | undefined)[] } {
	const texts = plan.graph.edges.map(({ label }) =>
		label === '' ? undefined : breakText(label, { ...LABEL_TEXT, ...LABEL }),
	);
	const wishes = wishesOf(plan);
	texts.forEach((text, edge) => {
		if (text !== undefined) reserveAtExit(plan, wishes, edge, text);
	});
	let geometry = geometryOf(plan, wishes);
	for (let attempt = 0; ; attempt++) {
		const lastAttempt = attempt === ATTEMPTS;
		const { labels, homeless } = tryPlace(plan, geometry, texts, lastAttempt);
		if (homeless.length === 0 || lastAttempt) return { geometry, labels };
		for (const edge of homeless) makeRoom(plan, geometry, wishes, edge, texts[edge], attempt);
		geometry = geometryOf(plan, wishes);
	}
}

function tryPlace(
	plan: ProcessPlan,
	geometry: Geometry,
	texts: readonly (TextBlock | undefined)[],
	anyPlace: boolean,
): { labels: (PlacedLabel | undefined)[]; homeless: number[] } {
	const obstacles = new Obstacles(plan, geometry);
	const homeless: number[] = [];
	const labels = texts.map((text, edge) => {
		if (text === undefined) return undefined;
		const runs = ownRuns(plan, geometry, edge);
		const best = runs.flatMap((run) => candidatesOn(run, text, bestOffsets));
		const place =
			best.find((box) => obstacles.isFree(box, true)) ??
			best.find((box) => obstacles.isFree(box, false)) ??
			runs
				.flatMap((run) => candidatesOn(run, text, allOffsets))
				.find((box) => obstacles.isFree(box, false)) ??
			(anyPlace ? best[0] : undefined);
		if (place === undefined) {
			homeless.push(edge);
			return undefined;
		}
		obstacles.labels.push(place);
		return { ...place, text };
	});
	return { labels, homeless };
}

/** How far along a run a label may begin, given the room it leaves: at its start, in its middle, at its end. */
function bestOffsets(room: number): number[] {
	return [LABEL.fromShape, room / 2, room - LABEL.fromShape];
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
