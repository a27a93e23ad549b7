import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { loadOwnModulesFast } from '../workers/own-modules.ts';
import type { BodyResult, Texts } from './body-pool.ts';

/** The worker's half of the body pool. It loads the Markdown parser and nothing else. */
loadOwnModulesFast();
const { parseAhead } = await import('../parse/markdown/body.ts');
// The parser itself is loaded with its first text.
parseAhead('# \n');
flushCompileCache();

parentPort?.on('message', ({ texts }: Texts) => {
	// The parser's own memory cannot change threads.
	const trees = texts.map((text) => parseAhead(text)?.slice());
	const result: BodyResult = { trees };
	parentPort?.postMessage(
		{ result },
		trees.flatMap((tree) => tree?.buffer ?? []),
	);
});
parentPort?.postMessage({ ready: true });
