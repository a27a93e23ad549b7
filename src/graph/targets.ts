import type { AssetFile, CompileConfig, Document } from '../model/index.ts';
import { folderOf, foldPath, stemOf } from './paths.ts';

/** What a path leads to. */
export type Target =
	| { readonly type: 'document'; readonly document: Document }
	| { readonly type: 'asset'; readonly path: string };

/** Path → target, by every name that a link may use for it. */
export interface Targets {
	find(path: string): Target | undefined;
	/** As `find`, letter case aside; gives the real path of the target. */
	findFolded(path: string): string | undefined;
}

interface Named {
	readonly target: Target;
	/** The file, for messages. */
	readonly file: string;
	/** Lower wins: the file itself, then names it has without ending, then the folder it stands for. */
	readonly rank: number;
	/** In the order of the set; of equal ranks the first wins. */
	readonly place: number;
}

/** Names of a folder's own page, best first. */
const FOLDER_PAGES = ['index', 'readme', '_index'];

/** Endings under which a document answers beside that of its file. */
const ENDINGS = ['.md', '.mdx', '.html'];

/**
 * Builds the index in one pass. A document answers to its file name, to its name without ending and
 * language (`order`, `order.md` for `order.en.md`), to `.html` in place of its ending, and, as the page of
 * a folder, to the folder. Versions in the default language win over translations.
 */
export function indexTargets(
	documents: readonly Document[],
	assets: ReadonlyMap<string, AssetFile>,
	config: CompileConfig,
): Targets {
	const files = new Map<string, Named>();
	const stems = new Map<string, Named>();
	const folders = new Map<string, Named>();
	for (const path of assets.keys()) {
		files.set(path, {
			target: { type: 'asset', path },
			file: path,
			rank: 0,
			place: files.size - assets.size,
		});
	}
	const shares = config.languages.length + 1;
	for (const [place, document] of documents.entries()) {
		const { file, lang } = document;
		const target: Target = { type: 'document', document };
		keepBest(files, file, { target, file, rank: 0, place });
		const position = config.languages.indexOf(lang);
		const language = (position === -1 ? shares - 1 : position) / shares;
		const stem = stemOf(file, lang);
		keepBest(stems, stem, { target, file, rank: 1 + language, place });
		const folderPage = FOLDER_PAGES.indexOf(stem.slice(stem.lastIndexOf('/') + 1).toLowerCase());
		if (folderPage === -1) continue;
		keepBest(folders, folderOf(stem), { target, file, rank: 2 + folderPage + language, place });
	}
	let folded: ReadonlyMap<string, Named> | undefined;
	return {
		find: (path) => {
			const named =
				files.get(path) ??
				better(stems.get(path), stems.get(withoutEnding(path))) ??
				better(folders.get(path), folders.get(folderShown(path)));
			return named?.target;
		},
		findFolded: (path) => {
			folded ??= foldNames(files, stems, folders);
			return folded.get(foldPath(path))?.file;
		},
	};
}

function keepBest(names: Map<string, Named>, name: string, named: Named): void {
	if (better(names.get(name), named) === named) names.set(name, named);
}

function better(one: Named | undefined, other: Named | undefined): Named | undefined {
	if (!one || !other) return one ?? other;
	return other.rank < one.rank || (other.rank === one.rank && other.place < one.place) ? other : one;
}

function withoutEnding(path: string): string {
	const ending = ENDINGS.find((each) => path.endsWith(each));
	return ending === undefined ? path : path.slice(0, -ending.length);
}

/** `a` for `a/index.html`. */
function folderShown(path: string): string {
	if (path === 'index.html') return '';
	return (path.endsWith('/index.html') && folderOf(path)) || path;
}

/** Every name there is, letter case aside. Hardly ever asked for: only links that lead nowhere are looked up here. */
function foldNames(
	files: ReadonlyMap<string, Named>,
	stems: ReadonlyMap<string, Named>,
	folders: ReadonlyMap<string, Named>,
): Map<string, Named> {
	const folded = new Map<string, Named>();
	for (const [path, named] of files) keepBest(folded, foldPath(path), named);
	for (const [stem, named] of stems) {
		for (const ending of ['', ...ENDINGS]) keepBest(folded, foldPath(stem + ending), named);
	}
	for (const [folder, named] of folders) {
		for (const name of [folder, folder === '' ? 'index.html' : `${folder}/index.html`])
			keepBest(folded, foldPath(name), named);
	}
	return folded;
}
