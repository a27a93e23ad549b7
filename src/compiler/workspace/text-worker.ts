import { parentPort, workerData } from 'node:worker_threads';
import type { CompileConfig, SourceFile } from '../../model/index.ts';
import { compileDocument } from '../document-task.ts';

/** Compiles texts while they are written, away from the thread that answers the editor. */
const config = workerData as CompileConfig;

parentPort?.on('message', (source: SourceFile) => {
	try {
		parentPort?.postMessage({ result: compileDocument(source, config, undefined) });
	} catch (error) {
		parentPort?.postMessage({
			error: error instanceof Error ? (error.stack ?? error.message) : String(error),
		});
	}
});
parentPort?.postMessage({ ready: true });
