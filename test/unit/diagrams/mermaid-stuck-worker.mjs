import { parentPort } from 'node:worker_threads';

/** Answers like the drawing worker, or misbehaves as the source of the task says. */
parentPort.on('message', ({ source }) => {
	if (source === 'hang') for (;;);
	if (source === 'silent') return;
	if (source === 'exit') process.exit(3);
	if (source === 'throw') throw new Error('broken\nsecond line');
	parentPort.postMessage({
		result: { ok: true, drawn: { strings: [source], holes: [], width: 1, height: 1, texts: [] } },
	});
});
parentPort.postMessage({ ready: true });
