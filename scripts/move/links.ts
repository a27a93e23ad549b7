import { placesOf } from '../../src/fixes/index.ts';
import { decodePart } from '../../src/graph/paths.ts';
import { type Goal, inStyle, isReadAlike, rewritings, shifted } from '../../src/graph/rewrite.ts';
import type { Document, DocumentId, Link, Reference, TextEdit } from '../../src/model/index.ts';
import { sourceFoldersOf } from '../fix/context.ts';
import type { World } from '../fix/world.ts';
import { looseReferences } from './loose.ts';

/** The same documents before and after a move; `after` of a document that stays is the same. */
export interface Moved {
	readonly before: World;
	readonly after: World;
	/** Old path → new path. */
	readonly files: ReadonlyMap<string, string>;
	/** Folders, or files, that were renamed. */
	readonly renames: readonly (readonly [from: string, to: string])[];
	/** Ids that change with the path. */
	readonly ids: ReadonlyMap<DocumentId, DocumentId>;
}

export interface LinkEdits {
	readonly edits: readonly TextEdit[];
	/** Links for which no writing was found. */
	readonly unclear: readonly Reference[];
}

/** Rewrites what a document refers to, so that every reference leads to what it led to. Positions are those before. */
export function rewriteLinks(document: Document, now: Document, text: string, moved: Moved): LinkEdits {
	const places = placesOf(text);
	const edits: TextEdit[] = [];
	const unclear: Reference[] = [];
	const source = moved.before.sources.get(document.file);
	const loose = source ? looseReferences(document, source, moved.before.config) : [];
	for (const reference of [...document.references, ...loose]) {
		if (reference.type === 'frontmatter') continue;
		const target = newTarget(
			document,
			now,
			reference,
			text.charAt(places.offset(reference.range.start) - 1),
			moved,
		);
		if (target === 'same') continue;
		const named = target && 'isImport' in reference && reference.isImport ? asModule(target) : target;
		const newText = named && inWriting(named, places.slice(reference.range), reference.target);
		if (newText === undefined) {
			if (!isDangling(moved.before.resolve(document, reference))) unclear.push(reference);
		} else if (!edits.some(({ range }) => isSameStart(range, reference.range))) {
			edits.push({ file: document.file, range: reference.range, newText });
		}
	}
	return { edits, unclear };
}

/** Leads to no file: before as afterwards. */
function isDangling(link: Link): boolean {
	return link.type === 'missing' && (link.reason === 'document' || link.reason === 'file');
}

/** Without a dot it would be the name of a package, and modules know no encoding. */
function asModule(target: string): string {
	const path = decodePart(target);
	return /^\.{0,2}\//.test(path) ? path : `./${path}`;
}

export function isSameStart(a: TextEdit['range'], b: TextEdit['range']): boolean {
	return a.start.line === b.start.line && a.start.column === b.start.column;
}

/** How the reference is written after the move; `same` when it needs no change, undefined when nothing leads there. */
function newTarget(
	document: Document,
	now: Document,
	reference: Reference,
	sign: string,
	moved: Moved,
): string | 'same' | undefined {
	const { before, after } = moved;
	const link = before.resolve(document, reference);
	const from = { before: document, after: now };
	const wanted = mapped(link, moved);
	const leads = (target: string): boolean => isSameLink(after.resolve(now, { ...reference, target }), wanted);
	if (isDangling(link)) {
		if (document.file === now.file) return 'same';
		const target = shifted(reference.target, from, (path) => newPath(path, moved));
		return target === undefined || target === reference.target ? 'same' : target;
	}
	const asWritten = leads(reference.target);
	const isFree = document.file === now.file || !isShortestWriting(document, reference, link, sign, moved);
	if (asWritten && isFree && isReadAsBefore(reference.target, link, from, moved)) return 'same';
	const found = targets(reference, link, sign, from, moved).find(leads);
	if (found === reference.target || (asWritten && found === undefined)) return 'same';
	// What is broken for another reason may stay as it is written.
	return found ?? (link.type === 'missing' ? 'same' : undefined);
}

/**
 * Whether the link was written without a detour; then it is after the move, too: `../a/b.md` from inside `a`
 * leads there, yet nobody would write it.
 */
function isShortestWriting(
	document: Document,
	reference: Reference,
	link: Link,
	sign: string,
	moved: Moved,
): boolean {
	const stay = { ...moved, files: new Map(), renames: [], ids: new Map() };
	const [first] = targets(reference, link, sign, { before: document, after: document }, stay);
	return first === reference.target;
}

/** Whether the target is understood as before: as a path of files, or as one of addresses. */
function isReadAsBefore(
	target: string,
	link: Link,
	from: { before: Document; after: Document },
	moved: Moved,
): boolean {
	const versions = [...(moved.before.graph.byId.get(idOf(link))?.values() ?? [])];
	const goals: readonly Goal[] = link.type === 'asset' ? [{ file: link.path }] : versions;
	return goals.every((goal) => {
		const lang = goal.lang === undefined ? {} : { lang: goal.lang };
		const to = {
			before: { file: goal.file, ...lang },
			after: { file: newPath(goal.file, moved), ...lang },
		};
		return isReadAlike({ target, from, to, sourceFolders: sourceFoldersOf(moved.before) });
	});
}

function targets(
	reference: Reference,
	link: Link,
	sign: string,
	from: { before: Document; after: Document },
	moved: Moved,
): string[] {
	const { target } = reference;
	const id = idOf(link);
	const spaces = sign === '<' || sign === '"' || sign === "'";
	if (/^kb:/i.test(target)) {
		const [, written = '', rest = ''] = /^kb:([^#]*)(.*)$/is.exec(target) ?? [];
		return [`kb:${inStyle(moved.ids.get(id) ?? id, written, spaces)}${rest}`];
	}
	const rewrite = (before: string, lang?: string): string[] =>
		rewritings({
			target,
			from,
			to: {
				before: { file: before, ...(lang && { lang }) },
				after: { file: newPath(before, moved), ...(lang && { lang }) },
			},
			sourceFolders: sourceFoldersOf(moved.before),
			spaces,
		});
	const { byFile, byId } = moved.before.graph;
	if (link.type === 'asset') return rewrite(link.path);
	if (link.type === 'missing' && link.reason === 'case') {
		return rewrite(link.actual ?? '', byFile.get(link.actual ?? '')?.lang);
	}
	// Any version may be the one that the path names; the ways of writing of all are tried.
	return [...(byId.get(id)?.values() ?? [])]
		.sort((a, b) => Number(b.lang === from.before.lang) - Number(a.lang === from.before.lang))
		.flatMap(({ file, lang }) => rewrite(file, lang))
		.sort((a, b) => Number(isPlain(a)) - Number(isPlain(b)));

	/** Writings in the manner of the old one come before those that merely work. */
	function isPlain(written: string): boolean {
		return /\.mdx?(?:[?#]|$)/i.test(written) !== /\.mdx?(?:[?#]|$)/i.test(target);
	}
}

function idOf(link: Link): DocumentId {
	if (link.type === 'document') return link.id;
	return link.type === 'missing' && link.reason === 'anchor' ? (link.actual ?? '') : '';
}

/** The path after the move: of a moved file, or of anything in a folder that moved. */
export function newPath(path: string, { files, renames }: Pick<Moved, 'files' | 'renames'>): string {
	const known = files.get(path);
	if (known !== undefined) return known;
	const above = renames.find(([from]) => path.startsWith(`${from}/`));
	return above ? above[1] + path.slice(above[0].length) : path;
}

/** What a link leads to after the move. A slip of letter case that has to be rewritten is mended. */
export function mapped(link: Link, moved: Moved): Link {
	const newId = (id: DocumentId): DocumentId => moved.ids.get(id) ?? id;
	if (link.type === 'asset') return { ...link, path: newPath(link.path, moved) };
	if (link.type === 'document') return { ...link, id: newId(link.id) };
	if (link.type !== 'missing' || link.actual === undefined) return link;
	return { ...link, actual: link.reason === 'case' ? newPath(link.actual, moved) : newId(link.actual) };
}

export function isSameLink(a: Link, b: Link): boolean {
	if (a.type === 'document' && b.type === 'document') {
		// Without settings a page's language comes from its text, and a rewritten path is part of that.
		const isSameVersion = a.lang === undefined || b.lang === undefined || a.lang === b.lang;
		return a.id === b.id && a.anchor === b.anchor && isSameVersion;
	}
	if (a.type === 'asset' && b.type === 'asset') return a.path === b.path;
	if (a.type === 'anchor' && b.type === 'anchor') return a.anchor === b.anchor;
	if (a.type === 'external' && b.type === 'external') return a.url === b.url;
	// A slip of letter case that was mended leads there, too.
	if (b.type === 'missing' && b.reason === 'case' && a.type !== 'missing') {
		return a.type === 'document' || (a.type === 'asset' && a.path === b.actual);
	}
	if (a.type === 'missing' && b.type === 'missing') return a.reason === b.reason && a.actual === b.actual;
	return a.type === b.type;
}

/** The target as the source must write it. Undefined where the source says the old one in an unknown way. */
function inWriting(target: string, written: string, old: string): string | undefined {
	if (written === old) return target;
	const meant = written
		.replaceAll('&amp;', '&')
		.replace(/\\([!-/:-@[-`{-~])/g, '$1')
		.trim();
	return meant === old ? target.replaceAll('&', '&amp;') : undefined;
}
