import { parentPort } from 'node:worker_threads';

/** Does what it is told, to try the pool: echo, throw, die or never answer. */
parentPort.on('message', (task) => {
	if (task.act === 'die') process.exit(3);
	if (task.act === 'hang') for (;;);
	if (task.act === 'throw') parentPort.postMessage({ error: 'thrown' });
	else parentPort.postMessage({ result: { value: task.value * 2 } });
});
parentPort.postMessage({ ready: true });
