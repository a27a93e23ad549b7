import { parentPort, workerData } from 'node:worker_threads';
import type { SearchRecord } from '../../model/index.ts';
import { type WriteSearchOptions, writeSearchFiles } from './site-files.ts';
import type { WorkerAnswer } from './write.ts';

const { records, options } = workerData as {
	readonly records: readonly SearchRecord[];
	readonly options: WriteSearchOptions;
};

const answer: WorkerAnswer = await writeSearchFiles(records, options).then(
	(written) => ({ written }),
	(reason: unknown) => ({ failure: reason instanceof Error ? reason : new Error(String(reason)) }),
);
parentPort?.postMessage(answer);
