import { serialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { CompileConfig, SourceFile } from '../model/index.ts';
import { createRenderer } from '../render/index.ts';
import { compileDocument } from './document-task.ts';

/** The worker's half of the document pool: one source in, one serialised {@link CompiledDocument} out. */
const { config, withHtml } = workerData as { config: CompileConfig; withHtml: boolean };
const render = withHtml ? await createRenderer() : undefined;

parentPort?.on('message', (source: SourceFile) => {
	try {
		const bytes = serialize(compileDocument(source, config, render));
		parentPort?.postMessage({ result: { bytes } });
	} catch (error) {
		parentPort?.postMessage({
			error: error instanceof Error ? (error.stack ?? error.message) : String(error),
		});
	}
});
parentPort?.postMessage({ ready: true });
