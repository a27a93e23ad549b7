import { serialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { CompileConfig, SourceFile } from '../model/index.ts';
import { compileDocument } from './document-task.ts';

/** The worker's half of the document pool: one source in, one serialised {@link CompiledDocument} out. */
const { config, withHtml } = workerData as { config: CompileConfig; withHtml: boolean };
// Checking must not pay for loading the highlighter.
const render = withHtml ? await (await import('../render/index.ts')).createRenderer() : undefined;

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
