import { parentPort, workerData } from 'node:worker_threads';

// As many of the first ones as it is told never get ready.
if (Atomics.add(workerData.boots, 0, 1) < workerData.stuck) setInterval(() => {}, 1000);
else {
	parentPort.on('message', ({ value }) => parentPort.postMessage({ result: { value: value * 2 } }));
	parentPort.postMessage({ ready: true });
}
