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
}

/** Names of a folder's own page, best first. */
const FOLDER_PAGES = ['index', 'readme', '_index'];

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
	const exact = new Map<string, Named>();
	const folded = new Map<string, Named>();
	const add = (name: string, named: Named): void => {
		keepBest(exact, name, named);
		keepBest(folded, foldPath(name), named);
	};
	for (const path of assets.keys()) add(path, { target: { type: 'asset', path }, file: path, rank: 0 });
	for (const document of documents) addDocument(document, config, add);
	return {
		find: (path) => exact.get(path)?.target,
		findFolded: (path) => folded.get(foldPath(path))?.file,
	};
}

function keepBest(names: Map<string, Named>, name: string, named: Named): void {
	const present = names.get(name);
	if (!present || named.rank < present.rank) names.set(name, named);
}

function addDocument(
	document: Document,
	config: CompileConfig,
	add: (name: string, named: Named) => void,
): void {
	const { file, lang } = document;
	const target: Target = { type: 'document', document };
	const position = config.languages.indexOf(lang);
	const language = (position === -1 ? config.languages.length : position) / (config.languages.length + 1);
	const named = (rank: number): Named => ({ target, file, rank: rank + language });

	add(file, { target, file, rank: 0 });
	const stem = stemOf(file, lang);
	for (const name of [stem, `${stem}.md`, `${stem}.mdx`, `${stem}.html`]) add(name, named(1));

	const base = stem.slice(stem.lastIndexOf('/') + 1).toLowerCase();
	const folderPage = FOLDER_PAGES.indexOf(base);
	if (folderPage === -1) return;
	const folder = folderOf(stem);
	for (const name of [folder, folder === '' ? 'index.html' : `${folder}/index.html`])
		add(name, named(2 + folderPage));
}
