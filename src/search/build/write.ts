import { Worker } from 'node:worker_threads';
import type { SearchRecord } from '../../model/index.ts';
import { workerBeside } from '../../workers/pool.ts';
import type { WriteSearchOptions, WrittenSearch } from './site-files.ts';

/** What the thread sends back. */
export type WorkerAnswer = { readonly written: WrittenSearch } | { readonly failure: Error };

/**
 * Writes `pagefind/` and `search/` below `outDir`, replacing what is there. The same records in any order give the same
 * bytes. The work is done in a thread of its own, so that pages can be written at the same time; thread and indexer
 * have ended when this settles.
 */
export async function writeSearchIndex(
	records: readonly SearchRecord[],
	options: WriteSearchOptions,
): Promise<WrittenSearch> {
	const worker = new Worker(workerBeside(import.meta.url, 'write-worker'), {
		workerData: { records, options },
	});
	try {
		const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
			worker.once('message', resolve);
			worker.once('error', reject);
			worker.once('exit', (code) => reject(new Error(`The search index thread ended with code ${code}.`)));
		});
		if ('failure' in answer) throw answer.failure;
		return answer.written;
	} finally {
		await worker.terminate();
	}
}
