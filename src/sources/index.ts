import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
	type AssetFile,
	FILE_START,
	type Finding,
	inBatches,
	type MessageParams,
	type ResolvedConfig,
	type SourceFile,
} from '../model/index.ts';
import { decodeUtf8 } from './decode.ts';
import { encodingInvalid, fileTooLarge, fileUnreadable, symlinkRefused } from './findings.ts';
import { lastChanges } from './history.ts';
import { walk } from './walk.ts';

export { judgeAsset, readAssetHead } from './assets.ts';
export { changesSince, changeTexts, repositoryPrefix, resolvesRevision } from './changes.ts';
export { codeReader } from './code-files.ts';
export { codeChanges } from './code-history.ts';
export { assetRefused, sourcesDiagnostics } from './findings.ts';
export { conflictedFiles, isCommitted, renamedFiles } from './renames.ts';

/** Bytes; a document above it is a finding, not a page. */
export const DOCUMENT_SIZE_LIMIT = 1024 * 1024;

const DOCUMENT_ENDING = /\.(md|mdx|markdown)$/i;

export interface Sources {
	readonly documents: readonly SourceFile[];
	/** Every other file below the documents folders, by path relative to the root. */
	readonly assets: ReadonlyMap<string, AssetFile>;
	readonly findings: readonly Finding[];
	/** Document files that were seen: documents plus those a finding stands for. */
	readonly seen: number;
	/** Folders left out by rule, relative to the root. */
	readonly excluded: readonly string[];
}

/** One entry with its two names: relative to the root and to its documents folder. */
interface Entry {
	readonly path: string;
	readonly docPath: string;
	readonly absolute: string;
}

/**
 * Reads every document below the configured folders. A file that cannot be one becomes a finding;
 * the others go on. `except` are absolute folders (the output, the cache) that are never input.
 */
export async function readSources(config: ResolvedConfig, except: readonly string[]): Promise<Sources> {
	const history = lastChanges(
		config.root,
		config.sources.map((source) => source.path),
	);
	const documents: SourceFile[] = [];
	const assets = new Map<string, AssetFile>();
	const findings: Finding[] = [];
	const excluded: string[] = [];
	let seen = 0;
	for (const source of config.sources) {
		const folder = resolve(config.root, source.path);
		const prefix = source.path === '.' || source.path === '' ? '' : `${source.path.replace(/\/+$/, '')}/`;
		const walked = await walk(folder, new Set(except));
		excluded.push(...walked.excluded.map((path) => prefix + path));
		const entries: Entry[] = [];
		for (const file of walked.files) {
			const docPath = file.path.normalize('NFC');
			const path = prefix + docPath;
			if (file.type === 'symlink') {
				// A link to a picture or a folder publishes nothing, yet a reader of the folder expects it to.
				findings.push(finding(symlinkRefused.code, path, {}));
				if (DOCUMENT_ENDING.test(path)) seen++;
			} else if (file.type === 'unreadable-folder') {
				findings.push(finding(fileUnreadable.code, path, { cause: 'EACCES' }));
			} else entries.push({ path, docPath, absolute: join(folder, file.path) });
		}
		const isDocument = (entry: Entry) => DOCUMENT_ENDING.test(entry.path);
		const papers = entries.filter(isDocument);
		seen += papers.length;
		for (const read of await inBatches(papers, readDocument)) {
			if ('code' in read) findings.push(read);
			else documents.push(read);
		}
		for (const asset of await inBatches(
			entries.filter((entry) => !isDocument(entry)),
			readAssetSize,
		)) {
			assets.set(asset.path, asset);
		}
	}
	return { documents: withHistory(documents, await history), assets, findings, seen, excluded };
}

function withHistory(documents: readonly SourceFile[], dates: ReadonlyMap<string, string>): SourceFile[] {
	return documents.map((file) => {
		const lastChanged = dates.get(file.path);
		return lastChanged ? { ...file, vcs: { lastChanged } } : file;
	});
}

async function readDocument(entry: Entry): Promise<SourceFile | Finding> {
	try {
		// Without promises: thousands of small files are read several times faster so.
		const { size } = statSync(entry.absolute);
		if (size > DOCUMENT_SIZE_LIMIT) {
			return finding(fileTooLarge.code, entry.path, {
				size: Math.ceil(size / 1024),
				limit: DOCUMENT_SIZE_LIMIT / 1024,
			});
		}
		const bytes = readFileSync(entry.absolute);
		const decoded = decodeUtf8(bytes);
		if (!decoded.ok) {
			return finding(encodingInvalid.code, entry.path, { likely: decoded.likely, iconv: decoded.iconv });
		}
		const hash = createHash('sha256').update(bytes).digest('hex');
		return { path: entry.path, docPath: entry.docPath, text: decoded.text, hash };
	} catch (error) {
		const cause = (error as NodeJS.ErrnoException).code ?? 'unknown cause';
		return finding(fileUnreadable.code, entry.path, { cause });
	}
}

async function readAssetSize(entry: Entry): Promise<AssetFile> {
	const size = await stat(entry.absolute).then(
		(stats) => stats.size,
		() => 0,
	);
	return { path: entry.path, size };
}

function finding(code: string, file: string, params: MessageParams): Finding {
	return { code, file, range: FILE_START, params };
}
