import type { Box, PlacedNode, XY } from '../../process/layout-types.ts';

/** Diameter of an event: BPMN draws it as a circle, with the name beside it. */
const DIAMETER = 36;
/** Between the circle and its name. */
const GAP = 4;
const LABEL_LINE = 14;

type Side = 'left' | 'right' | 'top' | 'bottom';

/** The circle inside the box that the layout gave to an event, nearest to where its edges arrive. */
export function circleOf(node: PlacedNode, ends: readonly XY[]): Box {
	const size = Math.min(DIAMETER, node.width, node.height);
	const radius = size / 2;
	const sides = new Set(ends.map((end) => sideOf(node, end)));
	const only = sides.size === 1 ? [...sides][0] : undefined;
	let x = node.x + node.width / 2;
	let y = node.y + node.height / 2;
	if (only === 'left') x = node.x + radius;
	if (only === 'right') x = node.x + node.width - radius;
	if (only === 'top') y = node.y + radius;
	if (only === 'bottom') y = node.y + node.height - radius;
	const ports = new Set(ends.filter((end) => isUpright(sideOf(node, end))).map((end) => end.x));
	const [port] = ports;
	if (ports.size === 1 && port !== undefined) x = port;
	return { x: x - radius, y: y - radius, width: size, height: size };
}

/** Leads the end of an edge, which lies on the border of the box, on to the circle inside it. */
export function onToCircle(node: PlacedNode, circle: Box, end: XY): readonly XY[] {
	const radius = circle.width / 2;
	const centre = { x: circle.x + radius, y: circle.y + radius };
	switch (sideOf(node, end)) {
		case 'left':
			return [{ x: circle.x, y: centre.y }];
		case 'right':
			return [{ x: circle.x + circle.width, y: centre.y }];
		case 'top':
		case 'bottom': {
			if (end.x === centre.x) {
				return [{ x: centre.x, y: end.y < centre.y ? circle.y : circle.y + circle.height }];
			}
			const aside = end.x < centre.x ? -radius : radius;
			// Ports lie further out than the circle: down to its middle, then sideways.
			if (Math.abs(end.x - centre.x) > radius) {
				return [
					{ x: end.x, y: centre.y },
					{ x: centre.x + aside, y: centre.y },
				];
			}
			const rise = Math.sqrt(radius ** 2 - (end.x - centre.x) ** 2);
			return [{ x: end.x, y: centre.y + (end.y < centre.y ? -rise : rise) }];
		}
	}
}

/** Places for the name of an event, the best first: what is left of its own box, then around the circle. */
export function labelPlaces(node: PlacedNode, circle: Box): readonly Box[] {
	const size = { width: node.name.width, height: node.name.lines.length * LABEL_LINE };
	const right = circle.x + circle.width + GAP;
	const left = circle.x - GAP - size.width;
	const middle = circle.y + (circle.height - size.height) / 2;
	const centred = circle.x + (circle.width - size.width) / 2;
	const places = [
		{ ...size, x: right, y: middle },
		{ ...size, x: left, y: middle },
		{ ...size, x: centred, y: circle.y + circle.height + GAP },
		{ ...size, x: centred, y: circle.y - GAP - size.height },
		{ ...size, x: right, y: circle.y + circle.height },
		{ ...size, x: left, y: circle.y + circle.height },
		{ ...size, x: right, y: circle.y - size.height },
		{ ...size, x: left, y: circle.y - size.height },
	];
	const inside = places.filter((place) => place.x >= node.x && place.x + size.width <= node.x + node.width);
	return [...inside, ...places.filter((place) => !inside.includes(place))];
}

function isUpright(side: Side): boolean {
	return side === 'top' || side === 'bottom';
}

/** The side of the box on which a point of its border lies. */
function sideOf({ x, y, width, height }: Box, point: XY): Side {
	const distances: readonly (readonly [Side, number])[] = [
		['left', Math.abs(point.x - x)],
		['right', Math.abs(point.x - x - width)],
		['top', Math.abs(point.y - y)],
		['bottom', Math.abs(point.y - y - height)],
	];
	return distances.reduce((best, each) => (each[1] < best[1] ? each : best))[0];
}
