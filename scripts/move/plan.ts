import { applyEdits } from '../../src/fixes/index.ts';
import type {
	Document,
	DocumentId,
	Finding,
	Reference,
	SourceFile,
	SourceRange,
} from '../../src/model/index.ts';
import { phrase, UserError } from '../../src/model/index.ts';
import { type Recompiled, recompiled } from '../fix/recompile.ts';
import { type World, worldOf } from '../fix/world.ts';
import { newFindings } from './compare.ts';
import { isSameLink, isSameStart, type Moved, mapped, newPath, rewriteLinks } from './links.ts';
import type { Move } from './move.ts';
import { redirectEdits } from './redirects.ts';

/** One file's text before and after; `newFile` is where it lies after the move. */
export interface PlannedText {
	readonly file: string;
	readonly newFile: string;
	readonly before: string;
	readonly after: string;
	readonly hash: string;
	/** Links in it that are rewritten. */
	readonly links: number;
}

/** Everything a move does, worked out and proved in memory before any file is touched. */
export interface MovePlan {
	readonly move: Move;
	readonly texts: readonly PlannedText[];
	readonly redirects: readonly { readonly file: string; readonly address: string }[];
	/** Documents whose redirect must be written by hand. */
	readonly unclearRedirects: readonly { readonly file: string; readonly address: string }[];
	/** Links that would no longer lead to what they led to. */
	readonly lostLinks: readonly LostLink[];
	/** Documents that would become something else: another kind by their folder, another language by their name. */
	readonly changedDocuments: readonly { readonly before: Document; readonly after: Document }[];
	/** What `check` would say that it does not say now. */
	readonly findings: readonly Finding[];
}

export interface PlanOptions {
	readonly asOf: string;
	/** Whether a path may have been published: it is in the last commit. */
	readonly isCommitted: (file: string) => Promise<boolean>;
}

/** Plans a move. @throws UserError when a file was changed since it was checked. */
export async function planMove(world: World, move: Move, options: PlanOptions): Promise<MovePlan> {
	const after = movedWorld(world, move);
	const pairs = world.documents.map((document, index) => ({
		document,
		now: after.documents[index] ?? document,
	}));
	const ids = new Map<DocumentId, DocumentId>(
		pairs
			.filter(({ document, now }) => document.id !== now.id)
			.map(({ document, now }) => [document.id, now.id]),
	);
	const moved: Moved = { before: world, after, files: move.files, renames: move.renames, ids };
	const texts: PlannedText[] = [];
	const redirects: { file: string; address: string }[] = [];
	const unclearRedirects: { file: string; address: string }[] = [];
	const lostLinks: LostLink[] = [];
	for (const { document, now } of pairs) {
		const source = sourceOf(world, document.file);
		const { edits, unclear } = rewriteLinks(document, now, source.text, moved);
		lostLinks.push(...unclear.map((reference) => ({ file: document.file, reference })));
		const redirect = await redirectEdits(document, now, source.text, world.config, options.isCommitted);
		if (redirect) {
			const entry = { file: now.file, address: redirect.address };
			if ('unclear' in redirect) unclearRedirects.push(entry);
			else if (redirect.isAdded) redirects.push(entry);
		}
		const all = [...edits, ...(redirect && 'edits' in redirect ? redirect.edits : [])];
		if (all.length === 0 && document.file === now.file) continue;
		const text = applyEdits(source.text, all);
		texts.push({
			file: document.file,
			newFile: now.file,
			before: source.text,
			after: text,
			hash: source.hash,
			links: edits.length,
		});
	}
	const result = finalWorld(world, after, texts);
	const lost = eachOnce([...lostLinks, ...brokenLinks(pairs, result.world, moved)]);
	const isOfLost = lostPlaces(pairs, result.world, lost);
	return {
		move,
		texts,
		redirects,
		unclearRedirects,
		lostLinks: lost,
		changedDocuments: pairs
			.filter(({ document, now }) => document.kind !== now.kind || document.lang !== now.lang)
			.map(({ document, now }) => ({ before: document, after: now })),
		findings: newFindings(
			{ before: world, after: result.world, recompiled: result.changed, texts, moved },
			options.asOf,
		).filter(({ file, range }) => !isOfLost(file, range)),
	};
}

interface LostLink {
	readonly file: string;
	readonly reference: Reference;
}

/** A link that cannot be rewritten is one that breaks, too. */
function eachOnce(links: readonly LostLink[]): LostLink[] {
	const isSame = (a: LostLink, b: LostLink): boolean =>
		a.file === b.file && isSameStart(a.reference.range, b.reference.range);
	return links.filter((link, index) => links.findIndex((each) => isSame(each, link)) === index);
}

/** Where the lost links stand afterwards: what the checks would say of them need not be said again. */
function lostPlaces(
	pairs: readonly { readonly document: Document; readonly now: Document }[],
	result: World,
	lost: readonly LostLink[],
): (file: string, range: SourceRange) => boolean {
	const places = lost.flatMap(({ file, reference }) => {
		const pair = pairs.find(({ document }) => document.file === file);
		const index = pair?.document.references.indexOf(reference) ?? -1;
		const written = pair && result.graph.byFile.get(pair.now.file)?.references[index];
		return pair && written ? [{ file: pair.now.file, range: written.range }] : [];
	});
	return (file, range) => places.some((each) => each.file === file && isSameStart(each.range, range));
}

function sourceOf(world: World, file: string): SourceFile {
	const source = world.sources.get(file);
	if (source) return source;
	throw new UserError(
		'file-changed',
		phrase`${file} was changed while it was being checked.`,
		'Run the command again.',
	);
}

/** The documents at their new places, their texts as they are. */
function movedWorld(world: World, move: Move): World {
	const sources = new Map(world.sources);
	const documents = world.documents.map((document): Document => {
		const path = move.files.get(document.file);
		if (path === undefined) return document;
		const source = { ...sourceOf(world, document.file), path, docPath: docPathOf(path, world) };
		sources.delete(document.file);
		sources.set(path, source);
		return recompiled(source, world.config).document;
	});
	const assets = new Map(
		[...world.assets].map(([file, asset]) => {
			const path = newPath(file, move);
			return [path, { ...asset, path }];
		}),
	);
	return worldOf(world.config, documents, sources, assets);
}

function docPathOf(path: string, { config }: World): string {
	const folders = config.sources.map((source) => source.path.replace(/^\.\/?|\/+$/g, ''));
	const own = folders.filter((folder) => folder === '' || path.startsWith(`${folder}/`));
	const [deepest = ''] = own.sort((a, b) => b.length - a.length);
	return deepest === '' ? path : path.slice(deepest.length + 1);
}

function finalWorld(
	world: World,
	after: World,
	texts: readonly PlannedText[],
): { world: World; changed: ReadonlyMap<string, Recompiled> } {
	const changed = new Map<string, Recompiled>();
	const sources = new Map(after.sources);
	for (const { newFile, after: text } of texts) {
		const source = after.sources.get(newFile);
		if (!source) continue;
		const result = recompiled({ ...source, text }, world.config);
		changed.set(newFile, result);
		sources.set(newFile, result.source);
	}
	const documents = after.documents.map((each) => changed.get(each.file)?.document ?? each);
	return { world: worldOf(world.config, documents, sources, after.assets), changed };
}

/** The proof: every reference of every document leads to what it led to before. */
function brokenLinks(
	pairs: readonly { readonly document: Document; readonly now: Document }[],
	result: World,
	moved: Moved,
): LostLink[] {
	const byFile = new Map(result.documents.map((document) => [document.file, document]));
	return pairs.flatMap(({ document, now }) => {
		const final = byFile.get(now.file) ?? now;
		return document.references.flatMap((reference, index) => {
			const written = final.references[index];
			const link = moved.before.resolve(document, reference);
			const isKept = written !== undefined && isSameLink(result.resolve(final, written), mapped(link, moved));
			return isKept || link.type === 'missing' ? [] : [{ file: document.file, reference }];
		});
	});
}
