import { resolve } from 'node:path';
import { DOCUMENT_ENDING } from '../model/document-ending.ts';
import {
	type AssetFile,
	FILE_START,
	type Finding,
	type MessageParams,
	type ResolvedConfig,
	type SourceFile,
} from '../model/index.ts';
import { encodingInvalid, fileTooLarge, fileUnreadable, symlinkRefused } from './findings.ts';
import { lastChanges } from './history.ts';
import { absolutePath, type FolderInputs, type InputFile, type KnownHash } from './inputs.ts';
import { DOCUMENT_SIZE_LIMIT, type FileReading, readFileNow } from './read-file.ts';
import { type Stamp, stampOf } from './stamp.ts';
import { type WalkedFile, walkNow } from './walk.ts';

export { judgeAsset, readAssetHead } from './assets.ts';
export { changesSince, changeTexts, meansRevision, repositoryPrefix } from './changes.ts';
export { codeReader } from './code-files.ts';
export { assetRefused, fileUnreadable, sourcesDiagnostics } from './findings.ts';
export { type KnownFiles, knownHashes } from './inputs.ts';
export { DOCUMENT_SIZE_LIMIT, type FileReading } from './read-file.ts';
export { conflictedFiles, isCommitted, renamedFiles } from './renames.ts';

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

/** Documents that are read before they are asked for. */
export interface ReadingsAhead {
	/** What was read of a file (absolute path); a promise of it while its turn may still come, undefined where it will not. */
	get(path: string): FileReading | undefined | Promise<FileReading | undefined>;
}

export interface ReadOptions {
	/** Whether documents get the day of their last commit; asking git for it takes time. */
	readonly history?: boolean;
	/** Documents that are known to be unchanged are not read: their `text` is when it is asked for. */
	readonly known?: KnownHash;
	/** What somebody else reads meanwhile; for who knows that it does not change. */
	readonly ahead?: ReadingsAhead;
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
	{ history = true, known, ahead, onDocument }: ReadOptions = {},
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
				const refused = refusalOf(file, isDocument);
				if (refused) findings.push(finding(refused.code, path, refused.params));
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
			const unchanged = known && readKnown(entry, known);
			const reading = unchanged ? undefined : ahead?.get(entry.absolute);
			const { read, stamp } =
				unchanged ?? readText(entry, reading instanceof Promise ? await reading : reading);
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

/**
 * Why something that is no file is not taken. A pipe between documents is nobody's business, one that is called like a
 * document is.
 */
function refusalOf(
	{ type }: WalkedFile,
	isDocument: boolean,
): { code: string; params: MessageParams } | undefined {
	// A link to a picture or a folder publishes nothing, yet a reader of the folder expects it to.
	if (type === 'symlink') return { code: symlinkRefused.code, params: {} };
	if (type === 'special' && !isDocument) return undefined;
	return { code: fileUnreadable.code, params: { cause: type === 'special' ? type : 'EACCES' } };
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

/** Of a document that has not changed since its hash was taken. */
function readKnown(entry: Entry, known: KnownHash): Reading | undefined {
	const stamp = stampOf(entry.absolute);
	const hash = stamp && known(entry.absolute, stamp);
	return hash === undefined ? undefined : { read: unread(entry, hash), stamp };
}

function readText(entry: Entry, reading = readFileNow(entry.absolute)): Reading {
	return { read: sourceOf(entry, reading), stamp: reading.stamp };
}

function sourceOf({ path, docPath }: Entry, reading: FileReading): SourceFile | Finding {
	if ('text' in reading) return { path, docPath, text: reading.text, hash: reading.hash };
	if ('iconv' in reading)
		return finding(encodingInvalid.code, path, { likely: reading.likely, iconv: reading.iconv });
	if ('cause' in reading) return finding(fileUnreadable.code, path, { cause: reading.cause });
	const [kilobytes, limit] = [Math.ceil(reading.bytes / 1024), DOCUMENT_SIZE_LIMIT / 1024];
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
