import { type CompileConfig, FILE_START, type Finding, type SourceFile } from '../model/index.ts';
import { readNow } from '../sources/index.ts';
import type { TaskFailure } from '../workers/pool.ts';
import { type Cache, openCache } from './cache.ts';
import { DOCUMENT_TIME_LIMIT } from './document-pool.ts';
import { type Outcome, runDocuments } from './document-runner.ts';
import type { CompiledDocument } from './document-task.ts';
import { openFactsStore } from './facts-store.ts';
import { documentCrash, documentTimeout } from './findings.ts';
import { FACTS_FILE } from './work-folder.ts';

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
	if (withHtml) return openCache<CompiledDocument>(folder && `${folder}/documents-html.bin`);
	return openFactsStore(folder && `${folder}/${FACTS_FILE}`);
}

/** Compiles every source, from the cache where nothing changed, else in worker threads. Order kept. */
export async function compileDocuments(
	sources: readonly SourceFile[],
	options: CompileDocumentsOptions,
): Promise<CompiledDocuments> {
	const salt = `${options.fingerprint}\0${options.config.hash}`;
	const findings: Finding[] = [];
	const slots: { source: SourceFile; key: string }[] = [];
	const missing: SourceFile[] = [];
	for (const source of sources) {
		const key = keyOf(source, salt);
		if (options.cache.has(key)) {
			slots.push({ source, key });
			continue;
		}
		const read = readNow(source);
		if ('code' in read) findings.push(read);
		else {
			slots.push({ source: read, key: keyOf(read, salt) });
			missing.push(read);
		}
	}
	const fromCache = slots.length - missing.length;
	const outcomes = await runMissing(missing, options, fromCache);

	const compiled: CompiledDocument[] = [];
	for (const { source, key } of slots) {
		const outcome = outcomes.get(source);
		if (outcome && 'failed' in outcome) {
			findings.push(failureFinding(source, outcome, options.timeoutMs ?? DOCUMENT_TIME_LIMIT));
			continue;
		}
		if (outcome?.bytes) options.cache.setSerialized?.(key, outcome.bytes);
		else if (outcome) options.cache.set(key, outcome.value);
		const value = outcome ? outcome.value : options.cache.get(key);
		if (value) compiled.push(withHistory(value, source));
	}
	return { compiled, findings, fromCache };
}

async function runMissing(
	missing: readonly SourceFile[],
	options: CompileDocumentsOptions,
	fromCache: number,
): Promise<Map<SourceFile, Outcome>> {
	const outcomes = new Map<SourceFile, Outcome>();
	options.onProgress?.(fromCache, fromCache);
	if (missing.length === 0) return outcomes;
	await runDocuments(missing, {
		config: options.config,
		withHtml: options.withHtml,
		timeoutMs: options.timeoutMs ?? DOCUMENT_TIME_LIMIT,
		onOutcome: (source, outcome) => {
			outcomes.set(source, outcome);
			options.onProgress?.(fromCache + outcomes.size, fromCache);
		},
	});
	return outcomes;
}

/** Path and content decide; the commit date is added afterwards and is no part of it. */
function keyOf({ path, docPath, hash }: SourceFile, salt: string): string {
	return `${salt}\0${path}\0${docPath}\0${hash}`;
}

function withHistory(value: CompiledDocument, source: SourceFile): CompiledDocument {
	const lastChanged = source.vcs?.lastChanged;
	return lastChanged ? { ...value, document: { ...value.document, lastChanged } } : value;
}

function failureFinding(source: SourceFile, failure: TaskFailure, timeoutMs: number): Finding {
	const place = { file: source.path, range: FILE_START };
	if (failure.failed === 'timeout') {
		return { code: documentTimeout.code, ...place, params: { seconds: timeoutMs / 1000 } };
	}
	return { code: documentCrash.code, ...place, params: { detail: failure.detail.split('\n')[0] ?? '' } };
}
