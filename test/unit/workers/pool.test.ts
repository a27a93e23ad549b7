import { describe, expect, it } from 'vitest';
import { createPool } from '../../../src/workers/pool.ts';

interface Task {
	readonly act?: 'die' | 'hang' | 'throw';
	readonly value: number;
}

function pool(timeoutMs = 5000) {
	const entry = new URL('./echo-worker.mjs', import.meta.url);
	return createPool<Task, { value: number }>({ entry, size: 2, workerData: {}, timeoutMs });
}

describe('the worker pool', () => {
	it('answers every task, in whatever order they end', async () => {
		const workers = pool();
		const results = await Promise.all(Array.from({ length: 40 }, (_, value) => workers.run({ value })));
		expect(results).toEqual(Array.from({ length: 40 }, (_, value) => ({ value: value * 2 })));
		await workers.close();
	});

	it('replaces a worker that dies, hangs or throws; only that task fails', async () => {
		const workers = pool(300);
		const results = await Promise.all([
			workers.run({ value: 1 }),
			workers.run({ act: 'die', value: 2 }),
			workers.run({ act: 'hang', value: 3 }),
			workers.run({ act: 'throw', value: 4 }),
			workers.run({ value: 5 }),
			workers.run({ value: 6 }),
		]);
		expect(results).toEqual([
			{ value: 2 },
			{ failed: 'crash', detail: 'exit 3' },
			{ failed: 'timeout', detail: '300' },
			{ failed: 'crash', detail: 'thrown' },
			{ value: 10 },
			{ value: 12 },
		]);
		await workers.close();
	});

	it('gives the first task to a worker that was started before', async () => {
		const entry = new URL('./stuck-boot-worker.mjs', import.meta.url);
		const boots = new Int32Array(new SharedArrayBuffer(4));
		const workers = createPool<Task, { value: number }>({
			entry,
			size: 1,
			workerData: { boots, stuck: 0 },
			timeoutMs: 5000,
		});
		workers.start();
		workers.start();
		expect(await workers.run({ value: 4 })).toEqual({ value: 8 });
		expect(boots[0]).toBe(1);
		await workers.close();
	});

	it('tries a worker that never gets ready once more, and no more than once', async () => {
		const entry = new URL('./stuck-boot-worker.mjs', import.meta.url);
		const outcomeAfter = async (stuck: number): Promise<unknown> => {
			const boots = new Int32Array(new SharedArrayBuffer(4));
			const workers = createPool<Task, { value: number }>({
				entry,
				size: 1,
				workerData: { boots, stuck },
				timeoutMs: 5000,
				bootTimeoutMs: 1000,
			});
			const outcome = await workers.run({ value: 21 });
			await workers.close();
			return [outcome, boots[0]];
		};
		expect(await outcomeAfter(1)).toEqual([{ value: 42 }, 2]);
		expect(await outcomeAfter(9)).toEqual([{ failed: 'timeout', detail: '1000' }, 2]);
	});

	it('settles what is queued and under way when it is closed, and refuses what comes after', async () => {
		const workers = pool(60_000);
		const hanging = Array.from({ length: 5 }, (_, value) => workers.run({ act: 'hang', value }));
		await workers.close();
		for (const outcome of [...(await Promise.all(hanging)), await workers.run({ value: 9 })]) {
			expect(outcome).toEqual({ failed: 'crash', detail: 'closed' });
		}
	});
});
