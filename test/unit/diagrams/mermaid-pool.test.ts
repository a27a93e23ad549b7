import { describe, expect, it } from 'vitest';
import { createDrawPool } from '../../../src/diagrams/mermaid/pool.ts';

const entry = new URL('./mermaid-stuck-worker.mjs', import.meta.url);
const task = (source: string) => ({ source, idPrefix: 'x', title: '' });

describe('the drawing pool', () => {
	it.each(['hang', 'silent'])(
		'ends a worker that does not answer (%s) and goes on with another',
		async (kind) => {
			const pool = createDrawPool({ size: 1, timeoutMs: 300, entry });
			const [stuck, next] = await Promise.all([pool.run(task(kind)), pool.run(task('fine'))]);
			expect(stuck).toEqual({ ok: false, failure: { reason: 'timeout', message: '0.3 s' } });
			expect(next).toMatchObject({ ok: true, drawn: { strings: ['fine'] } });
			await pool.close();
		},
	);

	it.each([
		['exit', 'exit 3'],
		['throw', 'broken'],
	])('survives a worker that dies (%s)', async (kind, message) => {
		const pool = createDrawPool({ size: 1, timeoutMs: 5000, entry });
		expect(await pool.run(task(kind))).toEqual({ ok: false, failure: { reason: 'crash', message } });
		expect(await pool.run(task('fine'))).toMatchObject({ ok: true });
		await pool.close();
	});

	it('settles what is queued when it closes, and refuses what comes after', async () => {
		const pool = createDrawPool({ size: 1, timeoutMs: 5000, entry });
		const waiting = [pool.run(task('silent')), pool.run(task('fine'))];
		await pool.close();
		for (const answer of [...(await Promise.all(waiting)), await pool.run(task('fine'))]) {
			expect(answer).toEqual({ ok: false, failure: { reason: 'crash', message: 'closed' } });
		}
	});

	it('runs several at once and answers each with its own', async () => {
		const pool = createDrawPool({ size: 2, timeoutMs: 5000, entry });
		const names = Array.from({ length: 12 }, (_, index) => `n${index}`);
		const answers = await Promise.all(names.map((name) => pool.run(task(name))));
		expect(answers.map((answer) => (answer.ok ? answer.drawn.strings[0] : ''))).toEqual(names);
		await pool.close();
	});
});
