import {
	type CompileConfig,
	FILE_START,
	type Finding,
	type ResolvedConfig,
	type SourceFile,
} from '../../model/index.ts';
import { fileTooLarge } from '../../sources/findings.ts';
import { DOCUMENT_SIZE_LIMIT } from '../../sources/index.ts';
import { createPool, isFailure, workerBeside } from '../../workers/pool.ts';
import type { CompiledDocument } from '../document-task.ts';
import { documentCrash, documentTimeout } from '../findings.ts';

/** Milliseconds that a text may take. Whoever writes it waits, so less than a check allows would be a different answer. */
const TIME_LIMIT = 10_000;

export interface TextCompiler {
	/** The document, or why there is none. Never rejects; one text at a time. */
	compile(source: SourceFile): Promise<CompiledDocument | Finding>;
	/** Starts the thread, so that the first keystroke does not wait for it. */
	warm(): void;
	close(): Promise<void>;
}

/** Compiles texts one by one in a thread that stays, so that no text can hold up the answers to an editor. */
export function createTextCompiler({ root: _, ...config }: ResolvedConfig): TextCompiler {
	const pool = createPool<SourceFile, CompiledDocument>({
		entry: workerBeside(import.meta.url, 'text-worker'),
		size: 1,
		workerData: config satisfies CompileConfig,
		timeoutMs: TIME_LIMIT,
		silent: true,
	});
	return {
		async compile(source) {
			const finding = (code: string, params: Finding['params']): Finding => ({
				code,
				file: source.path,
				range: FILE_START,
				params,
			});
			const size = Buffer.byteLength(source.text);
			if (size > DOCUMENT_SIZE_LIMIT) {
				const limit = DOCUMENT_SIZE_LIMIT / 1024;
				return finding(fileTooLarge.code, { size: Math.ceil(size / 1024), limit });
			}
			const outcome = await pool.run(source);
			if (!isFailure(outcome)) return outcome;
			if (outcome.failed === 'timeout') return finding(documentTimeout.code, { seconds: TIME_LIMIT / 1000 });
			return finding(documentCrash.code, { detail: outcome.detail.split('\n')[0] ?? '' });
		},
		warm: () => void pool.run({ path: '', docPath: '', text: '', hash: '' }),
		close: () => pool.close(),
	};
}
