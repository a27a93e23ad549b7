import type { Box, PlacedEdge, ProcessLayout, XY } from '../../../src/diagrams/index.ts';

/** Everything that is wrong with a layout, in words; empty when it holds what every layout promises. */
export function faultsOf(layout: ProcessLayout): string[] {
	return [
		...outOfPlace(layout),
		...overlappingNodes(layout),
		...layout.edges.flatMap((edge, index) => edgeFaults(layout, edge, index)),
		...sharedStretches(layout),
		...labelFaults(layout),
		...strayLabels(layout),
		...markFaults(layout),
		...dataFaults(layout),
	];
}

/**
 * In how many places edges cross. Lines that run over each other for a stretch do not cross, which favours drawings
 * that let them: `meetingsOf` counts those too.
 */
export function crossingsOf({ edges }: Pick<ProcessLayout, 'edges'>): number {
	const places = new Set<string>();
	for (const [index, edge] of edges.entries()) {
		for (const other of edges.slice(index + 1)) {
			for (const a of segmentsOf(edge.points)) {
				for (const b of segmentsOf(other.points)) {
					const [across, along] = a.width === 0 ? [a, b] : [b, a];
					if (across.width !== 0 || along.height !== 0) continue;
					const crosses =
						along.x < across.x &&
						across.x < along.x + along.width &&
						across.y < along.y &&
						along.y < across.y + across.height;
					if (crosses) places.add(`${across.x} ${along.y}`);
				}
			}
		}
	}
	return places.size;
}

function outOfPlace({ nodes, lanes, width, height }: ProcessLayout): string[] {
	return nodes.flatMap((node) => {
		const lane = lanes[node.lane];
		if (lane === undefined || lane.key !== node.step.role) return [`${node.step.id} is in the wrong lane`];
		const inLane = contains(lane, node) && !touches(lane.header, node, 0);
		const inDrawing = contains({ x: 0, y: 0, width, height }, node);
		return inLane && inDrawing ? [] : [`${node.step.id} sticks out of its lane`];
	});
}

function overlappingNodes({ nodes }: ProcessLayout): string[] {
	return nodes.flatMap((node, index) =>
		nodes
			.slice(index + 1)
			.filter((other) => touches(node, other, 8))
			.map((other) => `${node.step.id} and ${other.step.id} overlap`),
	);
}

function edgeFaults({ nodes, width, height }: ProcessLayout, edge: PlacedEdge, index: number): string[] {
	const faults: string[] = [];
	const { points } = edge;
	const from = nodes[edge.from];
	const to = nodes[edge.to];
	const name = `edge ${index} ${from?.step.id}→${to?.step.id}`;
	if (from === undefined || to === undefined || points.length < 2) return [`${name} is not drawn`];
	if (!onOutline(from, points[0])) faults.push(`${name} does not start at its step`);
	if (!onOutline(to, points.at(-1))) faults.push(`${name} does not end at its step`);
	for (const [at, point] of points.entries()) {
		const next = points[at + 1];
		if (next !== undefined && (point.x === next.x) === (point.y === next.y))
			faults.push(`${name} is not orthogonal`);
	}
	for (const segment of segmentsOf(points)) {
		if (!contains({ x: 0, y: 0, width, height }, segment)) faults.push(`${name} leaves the drawing`);
		for (const node of nodes)
			if (interiorTouches(node, segment)) faults.push(`${name} runs through ${node.step.id}`);
	}
	return faults;
}

/** Edges may run together only when they leave the same step or reach the same step. */
function sharedStretches({ edges }: ProcessLayout): string[] {
	return edges.flatMap((edge, index) =>
		edges.slice(index + 1).flatMap((other, offset) => {
			if (edge.from === other.from || edge.to === other.to) return [];
			const shared = segmentsOf(edge.points).some((a) =>
				segmentsOf(other.points).some((b) => runsOver(a, b)),
			);
			return shared ? [`edges ${index} and ${index + 1 + offset} run over each other`] : [];
		}),
	);
}

function labelFaults({ nodes, edges, width, height }: ProcessLayout): string[] {
	const segments = edges.flatMap((edge, index) => segmentsOf(edge.points).map((box) => ({ box, index })));
	return edges.flatMap(({ label }, index) => {
		if (label === undefined) return [];
		const faults: string[] = [];
		if (!contains({ x: 0, y: 0, width, height }, label)) faults.push(`label ${index} leaves the drawing`);
		if (nodes.some((node) => touches(node, label, 0))) faults.push(`label ${index} lies on a step`);
		if (segments.some(({ box }) => touches(box, label, 0))) faults.push(`label ${index} lies on a line`);
		const others = edges.slice(index + 1).flatMap((other) => other.label ?? []);
		if (others.some((other) => touches(other, label, 0))) faults.push(`label ${index} lies on a label`);
		return faults;
	});
}

/** A label stands close beside a stretch of its own edge that no other edge uses: it cannot be taken for another's. */
function strayLabels({ nodes, edges }: ProcessLayout): string[] {
	return edges.flatMap(({ points, label, from, to }, index) => {
		if (label === undefined) return [];
		const others = edges.toSpliced(index, 1).flatMap((other) => segmentsOf(other.points));
		const near = { x: label.x - 7, y: label.y - 7, width: label.width + 14, height: label.height + 14 };
		const beside = segmentsOf(points).some((segment) => {
			const part = common(segment, label);
			if (part === undefined || !contains(near, part)) return false;
			return !others.some((other) => runsOver(other, part));
		});
		const name = `${nodes[from]?.step.id}→${nodes[to]?.step.id}`;
		return beside ? [] : [`label ${index} does not stand beside a line of ${name} alone`];
	});
}

/** The part of a line that lies over against a box: above it, below it or at its side. */
function common(line: Box, box: Box): Box | undefined {
	const horizontal = line.height === 0;
	const [at, length, start, size] = horizontal
		? [line.x, line.width, box.x, box.width]
		: [line.y, line.height, box.y, box.height];
	if (start < at || start + size > at + length) return undefined;
	return horizontal
		? { x: start, y: line.y, width: size, height: 0 }
		: { x: line.x, y: start, width: 0, height: size };
}

function runsOver(a: Box, b: Box): boolean {
	return a.width === 0 && b.width === 0
		? a.x === b.x && a.y < b.y + b.height && b.y < a.y + a.height
		: a.height === 0 && b.height === 0 && a.y === b.y && a.x < b.x + b.width && b.x < a.x + a.width;
}

/** Around the top right corner of every step there is room for a round mark of 18 px, put there later. */
function markFaults({ nodes, edges, data }: ProcessLayout): string[] {
	const segments = edges.flatMap(({ points }) => segmentsOf(points));
	const others = [...edges.flatMap(({ label }) => label ?? []), ...data];
	return nodes.flatMap((node, index) => {
		const mark = { x: node.x + node.width - 9, y: node.y - 9, width: 18, height: 18 };
		const covered = [...segments, ...others, ...nodes.toSpliced(index, 1)].some((box) =>
			touches(mark, box, 0),
		);
		return covered ? [`the mark of ${node.step.id} covers something`] : [];
	});
}

/** Data objects lie in the lane of their step, apart from all else, and their links touch nothing on the way. */
function dataFaults({ nodes, edges, lanes, data }: ProcessLayout): string[] {
	const segments = edges.flatMap(({ points }) => segmentsOf(points));
	const labels = edges.flatMap(({ label }) => label ?? []);
	return data.flatMap((each, index) => {
		const node = nodes[each.node];
		const lane = node && lanes[node.lane];
		const name = `${each.object} of ${node?.step.id}`;
		const faults: string[] = [];
		if (node === undefined || lane === undefined) return [`${name} belongs to no step`];
		if (!contains(lane, each) || touches(lane.header, each, 0)) faults.push(`${name} sticks out of its lane`);
		if (!contains(each, each.icon)) faults.push(`${name} lies apart from its sheet`);
		if (nodes.some((other) => touches(each, other, 4))) faults.push(`${name} lies on a step`);
		if (labels.some((label) => touches(each, label, 0))) faults.push(`${name} lies on a label`);
		if (segments.some((segment) => touches(each, segment, 0))) faults.push(`${name} lies on a line`);
		if (data.slice(index + 1).some((other) => touches(each, other, 0)))
			faults.push(`${name} lies on another`);
		const [from, to] = each.link;
		if (from === undefined || to === undefined) return [...faults, `${name} is not linked`];
		const link = boxAround(from, to);
		if (segments.some((segment) => touches(link, segment, 0)))
			faults.push(`the link of ${name} crosses a line`);
		if (labels.some((label) => touches(link, label, 0))) faults.push(`the link of ${name} crosses a label`);
		return faults;
	});
}

function boxAround(a: XY, b: XY): Box {
	return {
		x: Math.min(a.x, b.x),
		y: Math.min(a.y, b.y),
		width: Math.abs(a.x - b.x),
		height: Math.abs(a.y - b.y),
	};
}

function segmentsOf(points: readonly XY[]): Box[] {
	return points.slice(1).map((end, index) => {
		const start = points[index] ?? end;
		return {
			x: Math.min(start.x, end.x),
			y: Math.min(start.y, end.y),
			width: Math.abs(start.x - end.x),
			height: Math.abs(start.y - end.y),
		};
	});
}

function onOutline(box: Box & { readonly shape: string }, point: XY | undefined): boolean {
	if (point === undefined) return false;
	const dx = Math.abs(point.x - box.x - box.width / 2) - box.width / 2;
	const dy = Math.abs(point.y - box.y - box.height / 2) - box.height / 2;
	if (box.shape === 'diamond')
		return (dx === 0 && dy === -box.height / 2) || (dy === 0 && dx === -box.width / 2);
	// Clear of rounded corners.
	return (dx === 0 && dy <= -8) || (dy === 0 && dx <= -8);
}

function contains(outer: Box, inner: Box): boolean {
	return (
		outer.x <= inner.x &&
		outer.y <= inner.y &&
		inner.x + inner.width <= outer.x + outer.width &&
		inner.y + inner.height <= outer.y + outer.height
	);
}

function touches(a: Box, b: Box, clearance: number): boolean {
	return (
		a.x < b.x + b.width + clearance &&
		b.x < a.x + a.width + clearance &&
		a.y < b.y + b.height + clearance &&
		b.y < a.y + a.height + clearance
	);
}

function interiorTouches(box: Box, segment: Box): boolean {
	return (
		segment.x < box.x + box.width &&
		segment.x + segment.width > box.x &&
		segment.y < box.y + box.height &&
		segment.y + segment.height > box.y
	);
}
