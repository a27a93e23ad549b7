import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { deserialize } from 'node:v8';
import { type CompileConfig, FILE_START, type Finding, type SourceFile } from '../model/index.ts';
import { createPool, isFailure, type TaskFailure, workerBeside } from '../workers/pool.ts';
import { type Cache, openCache } from './cache.ts';
import type { CompiledDocument } from './document-task.ts';
import { documentCrash, documentTimeout } from './findings.ts';

/** Milliseconds one document may take; the largest real ones take tens. */
const DOCUMENT_TIME_LIMIT = 10_000;

/** Below this many documents a second worker costs more to boot than it saves. */
const DOCUMENTS_PER_WORKER = 24;

export interface CompiledDocuments {
	readonly compiled: readonly CompiledDocument[];
	/** Findings about documents that could not be compiled at all. */
	readonly findings: readonly Finding[];
	readonly fromCache: number;
}

export interface CompileDocumentsOptions {
	readonly config: CompileConfig;
	readonly withHtml: boolean;
	readonly cache: Cache<CompiledDocument>;
	/** Part of every key: version of Mainstay. */
	readonly fingerprint: string;
	readonly timeoutMs?: number;
	readonly onProgress?: (done: number, cached: number) => void;
}

/** Opens the store of compiled documents: with HTML and without are different stores. */
export function openDocumentCache(
	folder: string | undefined,
	withHtml: boolean,
): Promise<Cache<CompiledDocument>> {
	return openCache<CompiledDocument>(folder && `${folder}/documents-${withHtml ? 'html' : 'facts'}.bin`);
}

/** Compiles every source, from the cache where nothing changed, else in worker threads. Order kept. */
export async function compileDocuments(
	sources: readonly SourceFile[],
	options: CompileDocumentsOptions,
): Promise<CompiledDocuments> {
	const salt = `${options.fingerprint}\0${options.config.hash}`;
	const keys = sources.map((source) => keyOf(source, salt));
	const missing = sources.filter((_, index) => !options.cache.has(keys[index] ?? ''));
	const fromCache = sources.length - missing.length;
	const outcomes = await runMissing(missing, options, fromCache);

	const compiled: CompiledDocument[] = [];
	const findings: Finding[] = [];
	for (const [index, source] of sources.entries()) {
		const key = keys[index] ?? '';
		const outcome = outcomes.get(source);
		if (outcome && 'failed' in outcome) {
			findings.push(failureFinding(source, outcome, options.timeoutMs ?? DOCUMENT_TIME_LIMIT));
			continue;
		}
		if (outcome) options.cache.setSerialized(key, outcome.bytes);
		const value = outcome ? (deserialize(outcome.bytes) as CompiledDocument) : options.cache.get(key);
		if (value) compiled.push(withHistory(value, source));
	}
	return { compiled, findings, fromCache };
}

type Outcome = { readonly bytes: Uint8Array } | TaskFailure;

async function runMissing(
	missing: readonly SourceFile[],
	options: CompileDocumentsOptions,
	fromCache: number,
): Promise<Map<SourceFile, Outcome>> {
	const outcomes = new Map<SourceFile, Outcome>();
	options.onProgress?.(fromCache, fromCache);
	if (missing.length === 0) return outcomes;
	const pool = createPool<SourceFile, { bytes: Uint8Array }>({
		entry: workerBeside(import.meta.url, 'document-worker'),
		size: Math.min(availableParallelism(), 8, Math.ceil(missing.length / DOCUMENTS_PER_WORKER)),
		workerData: { config: options.config, withHtml: options.withHtml },
		timeoutMs: options.timeoutMs ?? DOCUMENT_TIME_LIMIT,
	});
	try {
		await Promise.all(
			missing.map(async (source) => {
				outcomes.set(source, await pool.run(source));
				options.onProgress?.(fromCache + outcomes.size, fromCache);
			}),
		);
	} finally {
		await pool.close();
	}
	return outcomes;
}

/** Path and content decide; the commit date is added afterwards and is no part of it. */
function keyOf(source: SourceFile, salt: string): string {
	return createHash('sha256')
		.update(`${salt}\0${source.path}\0${source.docPath}\0${source.hash}`)
		.digest('base64url');
}

function withHistory(value: CompiledDocument, source: SourceFile): CompiledDocument {
	const lastChanged = source.vcs?.lastChanged;
	return lastChanged ? { ...value, document: { ...value.document, lastChanged } } : value;
}

function failureFinding(source: SourceFile, failure: TaskFailure, timeoutMs: number): Finding {
	const place = { file: source.path, range: FILE_START };
	if (isFailure(failure) && failure.failed === 'timeout') {
		return { code: documentTimeout.code, ...place, params: { seconds: timeoutMs / 1000 } };
	}
	return { code: documentCrash.code, ...place, params: { detail: failure.detail.split('\n')[0] ?? '' } };
}
