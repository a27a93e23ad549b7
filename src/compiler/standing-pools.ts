import { availableParallelism } from 'node:os';
import {
	createDocumentPool,
	DOCUMENT_TIME_LIMIT,
	type DocumentPool,
	type PoolKind,
} from './document-pool.ts';
import { createTextPool, type TextPool } from './text-pool.ts';

/** Processors from which on several threads that compile whole documents do not take them from each other. */
const MANY_PROCESSORS = 4;

/** Documents of a folder (absolute) that did not change after a time in milliseconds. */
export interface LikelyDocuments {
	readonly folder: string;
	readonly before: number;
}

/** The pool that stands by, if any. */
let standing: { readonly texts: TextPool } | { readonly documents: DocumentPool } | undefined;

/**
 * Has a worker load its code while this thread still loads its own and reads settings: for a check that will find many
 * documents to compile, probably those of `likely`, which are read meanwhile. The next that asks for a pool gets it;
 * one that nobody asks for ends with the process.
 */
export function standBy(likely?: LikelyDocuments, processors = availableParallelism()): void {
	if (standing || processors === 1) return;
	if (processors < MANY_PROCESSORS) {
		const texts = createTextPool(DOCUMENT_TIME_LIMIT);
		texts.start();
		if (likely) texts.read(likely.folder, likely.before);
		standing = { texts };
	} else {
		const documents = createDocumentPool({ withHtml: false, timeoutMs: DOCUMENT_TIME_LIMIT });
		documents.start();
		standing = { documents };
	}
}

/** Whether a worker that compiles documents stands by. */
export function documentsStandBy(kind: PoolKind): boolean {
	return standing !== undefined && 'documents' in standing && isUsual(kind);
}

/** A pool of workers for documents; its caller closes it. */
export function documentPool(kind: PoolKind): DocumentPool {
	if (!standing || !('documents' in standing) || !isUsual(kind)) return createDocumentPool(kind);
	const { documents } = standing;
	standing = undefined;
	return documents;
}

/** The worker for texts, where one stands by; its caller closes it. */
export function standingTexts(kind: PoolKind): TextPool | undefined {
	if (!standing || !('texts' in standing) || !isUsual(kind)) return undefined;
	const { texts } = standing;
	standing = undefined;
	return texts;
}

function isUsual({ withHtml, timeoutMs }: PoolKind): boolean {
	return !withHtml && timeoutMs === DOCUMENT_TIME_LIMIT;
}
