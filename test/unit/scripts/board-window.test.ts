import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowOf } from '../../../scripts/mcp/board-window.ts';

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ at }));

describe('a board in parts', () => {
	it('cuts what is long, wherever it stands, and says so', () => {
		const data = { logs: rows(25), systems: rows(3), plans: [{ items: rows(12) }] };
		const { value, cuts } = windowOf(data, { limit: 10, offset: 20 });
		expect(value).toEqual({ logs: rows(25).slice(20), systems: rows(3), plans: [{ items: [] }] });
		expect(cuts).toEqual([
			{ list: 'logs', total: 25, from: 21, to: 25 },
			{ list: 'plans/0/items', total: 12, from: 13, to: 12 },
		]);
	});

	it('gives every row once when asked on and on', () => {
		fc.assert(
			fc.property(fc.nat(200), fc.integer({ min: 1, max: 60 }), (total, limit) => {
				const given: unknown[] = [];
				for (let offset = 0; ; offset += limit) {
					const { value, cuts } = windowOf(rows(total), { limit, offset });
					given.push(...(value as unknown[]));
					if (cuts.every(({ to }) => to >= total)) break;
				}
				expect(given).toEqual(rows(total));
			}),
		);
	});
});
