import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName, scaleFor } from '../../../src/site/scripts/process-export.ts';
import { withFonts } from '../../../src/site/scripts/process-fonts.ts';
import { joined } from '../../../src/site/scripts/process-lanes.ts';
import { type Direction, neighbour, type Placed } from '../../../src/site/scripts/process-neighbours.ts';
import { overlap, placeBeside } from '../../../src/site/scripts/process-place.ts';
import { mapSize } from '../../../src/site/scripts/zoom-map.ts';

const box = (step: string, column: number, row: number): Placed => ({
	step,
	x: column * 180,
	y: row * 120,
	width: 120,
	height: 60,
});

describe('the neighbour of a step', () => {
	const nodes = [box('a', 0, 0), box('b', 1, 0), box('c', 2, 0), box('d', 1, 1), box('e', 2, 2)];
	const flows = [
		{ from: 'a', to: 'b' },
		{ from: 'b', to: 'e' },
		{ from: 'd', to: 'a' },
	];

	it('is the one a flow connects, even where another lies nearer', () => {
		expect(neighbour(nodes, flows, 'b', 'right')).toBe('e');
		expect(neighbour(nodes, [], 'b', 'right')).toBe('c');
	});

	it('may lie against the flow', () => {
		expect(neighbour(nodes, flows, 'b', 'left')).toBe('a');
		expect(neighbour(nodes, flows, 'a', 'down')).toBe('d');
	});

	it('is the nearest in that direction where no flow goes there', () => {
		expect(neighbour(nodes, flows, 'c', 'left')).toBe('b');
		expect(neighbour(nodes, flows, 'a', 'left')).toBeUndefined();
		expect(neighbour(nodes, flows, 'nobody', 'left')).toBeUndefined();
	});

	it('always lies in the direction of the key', () => {
		const cell = fc.record({ column: fc.nat(7), row: fc.nat(7) });
		const property = fc.property(
			fc.uniqueArray(cell, { selector: ({ column, row }) => column * 8 + row, minLength: 2, maxLength: 20 }),
			fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 30 }),
			fc.constantFrom<Direction>('left', 'right', 'up', 'down'),
			(cells, pairs, direction) => {
				const placed = cells.map(({ column, row }, at) => box(String(at), column, row));
				const ends = pairs.map(([from, to]) => ({ from: String(from), to: String(to) }));
				for (const here of placed) {
					const there = placed.find(({ step }) => step === neighbour(placed, ends, here.step, direction));
					if (!there) continue;
					const [x, y] = [there.x - here.x, there.y - here.y];
					const along = { left: -x, right: x, up: -y, down: y }[direction];
					expect(along).toBeGreaterThan(0);
				}
			},
		);
		fc.assert(property, { numRuns: 100 });
	});
});

describe('the place of a panel', () => {
	const room = { left: 0, top: 52, width: 1440, height: 848 };
	const size = { width: 350, height: 300 };

	it('is below a step with nothing around, and beside one whose next step lies below', () => {
		const step = { left: 600, top: 200, width: 120, height: 60 };
		expect(placeBeside(step, size, room, []).top).toBe(270);
		const next = { left: 600, top: 300, width: 120, height: 60, weight: 8 };
		const placed = placeBeside(step, size, room, [next]);
		expect(overlap({ ...placed, ...size }, next)).toBe(0);
	});

	it('never covers the step, and stays in the window, where a side has room', () => {
		const at = fc.record({ left: fc.integer({ min: 0, max: 1300 }), top: fc.integer({ min: 60, max: 830 }) });
		const property = fc.property(at, fc.array(at, { maxLength: 12 }), ({ left, top }, others) => {
			const step = { left, top, width: 120, height: 60 };
			const avoid = others.map((other) => ({ ...other, width: 120, height: 60, weight: 1 }));
			const placed = placeBeside(step, size, room, avoid);
			expect(overlap({ ...placed, ...size }, step)).toBe(0);
			expect(placed.left).toBeGreaterThanOrEqual(room.left);
			expect(placed.top).toBeGreaterThanOrEqual(room.top);
			expect(placed.left + size.width).toBeLessThanOrEqual(room.left + room.width);
			expect(placed.top + size.height).toBeLessThanOrEqual(room.top + room.height);
		});
		fc.assert(property, { numRuns: 200 });
	});
});

describe('the name of a lane', () => {
	it('is put together again from its lines', () => {
		expect(joined(['Credit', 'controller'])).toBe('Credit controller');
		expect(joined(['信用', '管理员'])).toBe('信用管理员');
		expect(joined(['IT 支持', '（二线）'])).toBe('IT 支持（二线）');
	});
});

describe('the picture of a drawing', () => {
	it('is twice as large, but never more than a canvas holds', () => {
		expect(scaleFor(1200, 600)).toBe(2);
		const property = fc.property(
			fc.integer({ min: 1, max: 60_000 }),
			fc.integer({ min: 1, max: 60_000 }),
			(width, height) => {
				const scale = scaleFor(width, height);
				expect(Math.max(width, height) * scale).toBeLessThanOrEqual(16_001);
				expect(width * height * scale * scale).toBeLessThanOrEqual(120_000_001);
			},
		);
		fc.assert(property, { numRuns: 100 });
	});

	it('has a file name that every file system takes', () => {
		expect(fileName('PR-O2C-0001 订单/收款: "主流程"?')).toBe('PR-O2C-0001 订单 收款 主流程');
	});

	it('carries its fonts as the first style of the drawing', () => {
		expect(withFonts('<?xml version="1.0"?><svg a="b"><g/></svg>', '@font-face{}')).toBe(
			'<?xml version="1.0"?><svg a="b"><style>@font-face{}</style><g/></svg>',
		);
		expect(withFonts('<svg/>', '')).toBe('<svg/>');
	});
});

describe('the small map', () => {
	const size = fc.record({
		width: fc.integer({ min: 200, max: 20_000 }),
		height: fc.integer({ min: 200, max: 20_000 }),
	});

	it('has the drawing’s proportions and leaves room beside it', () => {
		fc.assert(
			fc.property(size, fc.integer({ min: 300, max: 2000 }), fc.boolean(), (drawing, view, narrow) => {
				const { width, height } = mapSize(drawing, view, narrow);
				expect(width / height).toBeCloseTo(drawing.width / drawing.height, 4);
				expect(width).toBeLessThanOrEqual(Math.max(narrow ? 104 : 216, view * 0.6) + 0.001);
				expect(height).toBeLessThanOrEqual(132.001);
			}),
		);
	});

	it('is wider for a long drawing, so that its steps can be told apart', () => {
		expect(mapSize({ width: 13_315, height: 1087 }, 1130, false).height).toBeGreaterThan(50);
		expect(mapSize({ width: 5602, height: 691 }, 348, true).width).toBeGreaterThan(200);
	});
});
