import picomatch from 'picomatch';
import { type Document, type DocumentGraph, type DocumentId, inForce } from '../model/index.ts';

/** A `code` entry of a dev-note. */
export interface CodeEntry {
	readonly pointer: string;
	readonly path: string;
	readonly repo?: string;
	readonly symbol?: string;
	readonly region?: string;
}

/** What a dev-note says about code: the parts of it that a change can touch. */
export interface CodeNote {
	readonly id: DocumentId;
	readonly title: string;
	/** The original and its translations, the original first. */
	readonly versions: readonly Document[];
	readonly original: Document;
	readonly code: readonly CodeEntry[];
	readonly objects: readonly { readonly pointer: string; readonly name: string }[];
	readonly tests: readonly { readonly pointer: string; readonly name: string }[];
}

/** Asked for twice in one check, answered once. */
const known = new WeakMap<DocumentGraph, readonly CodeNote[]>();

/** The notes in force; what is superseded or retired is history, and code may go on without it. */
export function codeNotes(graph: DocumentGraph): readonly CodeNote[] {
	const notes =
		known.get(graph) ??
		[...graph.byId.values()].flatMap((byLang) => {
			const [original, ...others] = byLang.values();
			if (original?.kind !== 'dev-note') return [];
			return inForce(original) ? [noteOf(original, [original, ...others])] : [];
		});
	known.set(graph, notes);
	return notes;
}

/** The notes in force among documents that the change took away. One of which a language is left is none of them. */
export function formerNotes(former: readonly Document[], graph: DocumentGraph): CodeNote[] {
	const gone = former.filter(
		(document) => document.kind === 'dev-note' && inForce(document) && !graph.byId.has(document.id),
	);
	return [...Map.groupBy(gone, ({ id }) => id).values()].flatMap((versions) =>
		versions[0] ? [noteOf(versions[0], versions)] : [],
	);
}

function noteOf(original: Document, versions: readonly Document[]): CodeNote {
	const { id, title, frontmatter } = original;
	return {
		id,
		title,
		versions,
		original,
		code: list(frontmatter['code']).flatMap((value, index) => entryOf(value, `/code/${index}`)),
		objects: list(frontmatter['objects']).flatMap((value, index) => {
			const name = textIn(value, 'name');
			return name === undefined ? [] : [{ pointer: `/objects/${index}/name`, name }];
		}),
		tests: list(frontmatter['tests']).flatMap((name, index) =>
			typeof name === 'string' ? [{ pointer: `/tests/${index}`, name }] : [],
		),
	};
}

function entryOf(value: unknown, pointer: string): CodeEntry[] {
	const path = textIn(value, 'path');
	if (path === undefined) return [];
	const optional = ['repo', 'symbol', 'region'].flatMap((key) => {
		const text = textIn(value, key);
		return text === undefined ? [] : [[key, text]];
	});
	return [{ pointer, path, ...Object.fromEntries(optional) }];
}

function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function textIn(value: unknown, key: string): string | undefined {
	const found =
		typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
	return typeof found === 'string' ? found : undefined;
}

/** Whether a `repo` names the repository at hand; without one it does. */
export function isHere(repo: string | undefined, names: readonly string[]): boolean {
	if (repo === undefined) return true;
	const bare = (name: string): string => name.replace(/\.git\/?$/, '').toLowerCase();
	return names.some((name) => bare(name) === bare(repo));
}

/**
 * A test for paths from the repository's root. The entry may be a glob, a file or a folder, written from that root or
 * from the folder of the knowledge base (`prefix`).
 */
export function coveredBy(path: string, prefix: string): (file: string) => boolean {
	const plain = path.replace(/^\.?\/+/, '').replace(/\/+$/, '');
	const written = prefix === '' ? [plain] : [plain, resolved(prefix + plain)];
	const globs = written.map((each) => picomatch(each, { dot: true }));
	return (file) =>
		written.some((each) => file === each || file.startsWith(`${each}/`)) ||
		globs.some((matches) => matches(file));
}

/** Takes `..` out of a path. */
export function resolved(path: string): string {
	const parts: string[] = [];
	for (const part of path.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}
