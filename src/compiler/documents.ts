import { setImmediate } from 'node:timers/promises';
import { type CompileConfig, FILE_START, type Finding, type SourceFile } from '../model/index.ts';
import { readNow } from '../sources/index.ts';
import type { TaskFailure } from '../workers/pool.ts';
import { type Cache, openCache } from './cache.ts';
import { DOCUMENT_TIME_LIMIT } from './document-pool.ts';
import { type Outcome, runDocuments, type TextsBeside } from './document-runner.ts';
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
	/** A worker for texts that helps. */
	readonly beside?: TextsBeside | undefined;
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
	const compiler = documentCompiler(options);
	try {
		return await compiler.compile(sources);
	} finally {
		await compiler.close();
	}
}

/** For who begins before all sources are read. */
export interface DocumentCompiler {
	/** A worker that stands by takes the source. A promise, where there is one, lets the worker's answers in. */
	begin(source: SourceFile): Promise<void> | undefined;
	/** All sources, begun or not, like {@link compileDocuments}; once. */
	compile(sources: readonly SourceFile[], onProgress?: OnDone): Promise<CompiledDocuments>;
	/** To be called at the end, whatever happened. */
	close(): Promise<void>;
}

type OnDone = (done: number, cached: number) => void;

/** Sources between two turns of the event loop. */
const STRIDE = 32;

interface Slot {
	readonly source: SourceFile;
	readonly key: string;
}

export function documentCompiler(options: CompileDocumentsOptions): DocumentCompiler {
	const { config, withHtml, cache, timeoutMs = DOCUMENT_TIME_LIMIT, beside } = options;
	const salt = `${options.fingerprint}\0${config.hash}`;
	const begun = new Set<SourceFile>();
	const outcomes = new Map<SourceFile, Outcome>();
	const findings: Finding[] = [];
	let tell = (): void => {};
	const run = runDocuments({
		config,
		withHtml,
		timeoutMs,
		...(beside && { beside }),
		onOutcome: (source, outcome) => {
			outcomes.set(source, outcome);
			tell();
		},
	});
	const begin = (source: SourceFile): void => {
		begun.add(source);
		run.add(source);
	};
	/** A source that is not known is read now, if it was not, and begun, if it was not. */
	const slotOf = (source: SourceFile): Slot[] => {
		const key = keyOf(source, salt);
		if (cache.has(key)) return [{ source, key }];
		const read = readNow(source);
		if ('code' in read) {
			findings.push(read);
			return [];
		}
		if (!begun.has(read)) begin(read);
		return [{ source: read, key: keyOf(read, salt) }];
	};
	const settle = ({ source, key }: Slot): CompiledDocument[] => {
		const outcome = outcomes.get(source);
		if (outcome && 'failed' in outcome) {
			findings.push(failureFinding(source, outcome, timeoutMs));
			return [];
		}
		if (outcome?.bytes) cache.setSerialized?.(key, outcome.bytes);
		else if (outcome) cache.set(key, outcome.value);
		const value = outcome ? outcome.value : cache.get(key);
		return value ? [withHistory(value, source)] : [];
	};
	return {
		begin: (source) => {
			if (!run.standsBy || cache.has(keyOf(source, salt)) || readNow(source) !== source) return undefined;
			begin(source);
			return begun.size % STRIDE === 0 ? setImmediate() : undefined;
		},
		compile: async (sources, onProgress) => {
			const slots = sources.flatMap(slotOf);
			const fromCache = slots.length - begun.size;
			tell = () => onProgress?.(fromCache + outcomes.size, fromCache);
			tell();
			if (begun.size > 0) await run.finish();
			return { compiled: slots.flatMap(settle), findings, fromCache };
		},
		close: () => run.close(),
	};
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
