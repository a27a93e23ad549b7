import { availableParallelism } from 'node:os';
import { type BodyPool, createBodyPool } from './body-pool.ts';
import {
	createDocumentPool,
	DOCUMENT_TIME_LIMIT,
	type DocumentPool,
	type PoolKind,
} from './document-pool.ts';

/** Processors from which on several threads that compile whole documents do not take them from each other. */
const MANY_PROCESSORS = 4;

/** The pool that stands by, if any. */
let standing: { readonly bodies: BodyPool } | { readonly documents: DocumentPool } | undefined;

/**
 * Has a worker load its code while this thread still loads its own, reads settings and files: for a check that will
 * find many documents to compile. The next that asks for a pool gets it; one that nobody asks for ends with the process.
 */
export function standBy(processors = availableParallelism()): void {
	if (standing || processors === 1) return;
	if (processors < MANY_PROCESSORS) {
		const bodies = createBodyPool(DOCUMENT_TIME_LIMIT);
		bodies.start();
		standing = { bodies };
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

/** The worker for bodies, where one stands by; its caller closes it. */
export function standingBodyPool(kind: PoolKind): BodyPool | undefined {
	if (!standing || !('bodies' in standing) || !isUsual(kind)) return undefined;
	const { bodies } = standing;
	standing = undefined;
	return bodies;
}

function isUsual({ withHtml, timeoutMs }: PoolKind): boolean {
	return !withHtml && timeoutMs === DOCUMENT_TIME_LIMIT;
}
