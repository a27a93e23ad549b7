import { resolve } from 'node:path';
import {
	type AssetFile,
	FILE_START,
	type Finding,
	type MessageParams,
	type ResolvedConfig,
	type SourceFile,
} from '../model/index.ts';
import { decodeUtf8 } from './decode.ts';
import { encodingInvalid, fileTooLarge, fileUnreadable, symlinkRefused } from './findings.ts';
import { lastChanges } from './history.ts';
import { absolutePath, type FolderInputs, hashOf, type InputFile, type KnownHash } from './inputs.ts';
import { readStamped } from './read-stamped.ts';
import { type Stamp, stampOf } from './stamp.ts';
import { walkNow } from './walk.ts';

export { judgeAsset, readAssetHead } from './assets.ts';
export { changesSince, changeTexts, meansRevision, repositoryPrefix } from './changes.ts';
export { codeReader } from './code-files.ts';
export { assetRefused, fileUnreadable, sourcesDiagnostics } from './findings.ts';
export { type KnownFiles, knownHashes } from './inputs.ts';
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
	/** What was found, for a later look to compare with. */
	readonly inputs: readonly FolderInputs[];
}

/** One entry with its two names: relative to the root and to its documents folder. */
interface Entry {
	readonly path: string;
	readonly docPath: string;
	readonly absolute: string;
}

export interface ReadOptions {
	/** Whether documents get the day of their last commit; asking git for it takes time. */
	readonly history?: boolean;
	/** Documents that are known to be unchanged are not read: their `text` is when it is asked for. */
	readonly known?: KnownHash;
	/** Called with each document as soon as it is read; a promise is waited for. */
	readonly onDocument?: (document: SourceFile) => Promise<void> | undefined;
}

/**
 * Reads every document below the configured folders. A file that cannot be one becomes a finding;
 * the others go on. `except` are absolute folders (the output, the cache) that are never input.
 */
export async function readSources(
	config: ResolvedConfig,
	except: readonly string[],
	{ history = true, known, onDocument }: ReadOptions = {},
): Promise<Sources> {
	const dates = history
		? lastChanges(
				config.root,
				config.sources.map(({ path }) => path),
			)
		: new Map();
	const documents: SourceFile[] = [];
	const assets = new Map<string, AssetFile>();
	const findings: Finding[] = [];
	const excluded: string[] = [];
	const inputs: FolderInputs[] = [];
	let seen = 0;
	for (const source of config.sources) {
		const folder = resolve(config.root, source.path);
		const prefix = source.path === '.' || source.path === '' ? '' : `${source.path.replace(/\/+$/, '')}/`;
		const walked = walkNow(folder, new Set(except));
		excluded.push(...walked.excluded.map((path) => prefix + path));
		const files: InputFile[] = [];
		for (const file of walked.files) {
			const docPath = file.path.normalize('NFC');
			const path = prefix + docPath;
			const isDocument = DOCUMENT_ENDING.test(path);
			if (isDocument && file.type !== 'unreadable-folder') seen++;
			if (file.type !== 'file') {
				// A link to a picture or a folder publishes nothing, yet a reader of the folder expects it to.
				const isLink = file.type === 'symlink';
				const [{ code }, params] = isLink ? [symlinkRefused, {}] : [fileUnreadable, { cause: 'EACCES' }];
				findings.push(finding(code, path, params));
				files.push(file);
				continue;
			}
			const entry = { path, docPath, absolute: absolutePath(folder, file) };
			if (!isDocument) {
				const stamp = stampOf(entry.absolute);
				assets.set(path, { path, size: stamp?.[0] ?? 0 });
				files.push(stamp ? { ...file, stamp } : file);
				continue;
			}
			const { read, stamp } = readDocument(entry, known);
			if ('code' in read) findings.push(read);
			else {
				documents.push(read);
				const wait = onDocument?.(read);
				if (wait) await wait;
			}
			files.push({ ...file, ...(stamp && { stamp }), ...('hash' in read && { hash: read.hash }) });
		}
		inputs.push({ folder, files });
	}
	return { documents: withHistory(documents, await dates), assets, findings, seen, excluded, inputs };
}

function withHistory(
	documents: readonly SourceFile[],
	dates: ReadonlyMap<string, string>,
): readonly SourceFile[] {
	if (dates.size === 0) return documents;
	return documents.map((file) => {
		const lastChanged = dates.get(file.path);
		return lastChanged ? { ...file, vcs: { lastChanged } } : file;
	});
}

interface Reading {
	readonly read: SourceFile | Finding;
	readonly stamp: Stamp | undefined;
}

function readDocument(entry: Entry, known: KnownHash | undefined): Reading {
	const stamp = known && stampOf(entry.absolute);
	const hash = stamp && known(entry.absolute, stamp);
	return hash === undefined ? readText(entry) : { read: unread(entry, hash), stamp };
}

function readText(entry: Entry): Reading {
	try {
		const { bytes, stamp } = readStamped(entry.absolute, DOCUMENT_SIZE_LIMIT);
		return { read: bytes ? decoded(entry, bytes) : tooLarge(entry, stamp), stamp };
	} catch (error) {
		const cause = (error as NodeJS.ErrnoException).code ?? 'unknown cause';
		return { read: finding(fileUnreadable.code, entry.path, { cause }), stamp: stampOf(entry.absolute) };
	}
}

function decoded({ path, docPath }: Entry, bytes: Uint8Array): SourceFile | Finding {
	const text = decodeUtf8(bytes);
	return text.ok
		? { path, docPath, text: text.text, hash: hashOf(bytes) }
		: finding(encodingInvalid.code, path, { likely: text.likely, iconv: text.iconv });
}

function tooLarge({ path }: Entry, [size]: Stamp): Finding {
	const [kilobytes, limit] = [Math.ceil(size / 1024), DOCUMENT_SIZE_LIMIT / 1024];
	return finding(fileTooLarge.code, path, { size: kilobytes, limit });
}

const unreadEntries = new WeakMap<SourceFile, Entry>();

/** A document whose hash is known and whose text hardly anybody asks for. */
function unread(entry: Entry, hash: string): SourceFile {
	let text: string | undefined;
	const source: SourceFile = {
		path: entry.path,
		docPath: entry.docPath,
		get text() {
			if (text === undefined) {
				const { read } = readText(entry);
				text = 'text' in read ? read.text : '';
			}
			return text;
		},
		hash,
	};
	unreadEntries.set(source, entry);
	return source;
}

/** The source with a text and a hash that belong together, whatever befell the file since {@link readSources}. */
export function readNow(source: SourceFile): SourceFile | Finding {
	const entry = unreadEntries.get(source);
	return entry ? readText(entry).read : source;
}

function finding(code: string, file: string, params: MessageParams): Finding {
	return { code, file, range: FILE_START, params };
}
