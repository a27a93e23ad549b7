import { flushCompileCache } from 'node:module';
import { deserialize, serialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { CompileConfig, SourceFile } from '../model/index.ts';
import { loadOwnModulesFast } from '../workers/own-modules.ts';
import { partsOf } from './document-parts.ts';
import type { Batch, BatchEntry, DocumentWorkerData } from './document-pool.ts';

/** The worker's half of the document pool: a batch of sources in, one entry for each of them out. */
const { withHtml } = workerData as DocumentWorkerData;
loadOwnModulesFast();
const { compileDocument } = await import('./document-task.ts');
// Checking must not pay for loading the highlighter.
const render = withHtml ? await (await import('../render/index.ts')).createRenderer() : undefined;
flushCompileCache();

let known: CompileConfig | undefined;

function entryOf(source: SourceFile, config: CompileConfig): BatchEntry {
	try {
		const value = compileDocument(source, config, render);
		if (withHtml) return { bytes: serialize(value) };
		const { head, body } = partsOf(value);
		return { head, body: serialize(body) };
	} catch (error) {
		return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}

parentPort?.on('message', ({ config, sources }: Batch) => {
	known ??= deserialize(Buffer.from(new Uint8Array(config))) as CompileConfig;
	const settings = known;
	const entries = sources.map((source) => entryOf(source, settings));
	const buffers = entries.flatMap((entry) => {
		const bytes = 'bytes' in entry ? entry.bytes : 'body' in entry ? entry.body : undefined;
		return bytes ? [bytes.buffer as ArrayBuffer] : [];
	});
	parentPort?.postMessage({ result: { entries } }, buffers);
});
parentPort?.postMessage({ ready: true });
