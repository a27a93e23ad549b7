import { expect, it } from 'vitest';
import { uninterrupted } from '../../../scripts/uninterrupted.ts';

it('a signal takes effect when all is written', async () => {
	const events: string[] = [];
	const arrived = new Promise<void>((done) => {
		process.once('SIGHUP', () => {
			events.push('signal');
			done();
		});
	});
	const first = process.listeners('SIGHUP');
	process.removeAllListeners('SIGHUP');
	try {
		const result = await uninterrupted(async () => {
			process.kill(process.pid, 'SIGHUP');
			await new Promise((turn) => setTimeout(turn, 20));
			for (const each of first) process.on('SIGHUP', each as () => void);
			events.push('written');
			return 7;
		});
		await arrived;
		expect({ result, events }).toEqual({ result: 7, events: ['written', 'signal'] });
	} finally {
		process.removeAllListeners('SIGHUP');
	}
});
