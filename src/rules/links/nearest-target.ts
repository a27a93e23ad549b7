import { posix } from 'node:path';
import type { AssetFile, Document, DocumentGraph, Suggestion } from '../../model/index.ts';
import { indexNearest } from '../nearest-index.ts';
import { webAddress, withoutSlips } from './path-slips.ts';
import { relativePath } from './relative-path.ts';
import { decoded, unencoded } from './unencoded.ts';

/** Proposes what a link that leads nowhere may have meant, written as the writer would write it. */
export interface NearestTargets {
	/** For a link to a document: moved files of the same name first, then similar names. */
	document(from: Document, written: string): Suggestion[];
	/** For a picture or a download. */
	asset(from: Document, written: string): Suggestion[];
	/** For `kb:` links and ids in frontmatter. */
	id(written: string): Suggestion[];
}

const MOST = 3;

/** Folders between a link's place and a file whose name many files have (README, LICENSE, index). */
const NEARBY = 2;

/** Indexes are built at the first question: a set without dangling links pays nothing. */
export function nearestTargets(graph: DocumentGraph, assets: ReadonlyMap<string, AssetFile>): NearestTargets {
	const documents = lazy(() => byName([...graph.nodes.values()].map((document) => document.file)));
	const files = lazy(() => byName([...assets.keys()]));
	const ids = lazy(() => indexNearest([...graph.byId.keys()].filter((id) => !id.startsWith('page:'))));
	const isFile = (path: string): boolean => graph.byFile.has(path) || assets.has(path);
	const propose = (index: NameIndex, from: Document, written: string): Suggestion[] => {
		const address = webAddress(written);
		if (address !== undefined) return [{ value: address }];
		const path = withoutSlips(written);
		const meant = posix.join(folderOf(from.file), pathOf(path));
		const whole =
			unencoded(from, written, isFile) ??
			(path !== written && isFile(meant) ? { file: meant, value: path } : undefined);
		const found = whole
			? [whole]
			: index(meant).map((file) => ({ file, value: relativePath(from.file, file) }));
		return found.map(({ file, value }) => {
			const title = graph.byFile.get(file)?.title;
			return { value, ...(title ? { note: title } : {}) };
		});
	};
	return {
		document: (from, written) => propose(documents(), from, written),
		asset: (from, written) => propose(files(), from, written),
		id: (written) =>
			ids()(written).map((id) => {
				const title = graph.byId.get(id)?.values().next().value?.title;
				return { value: id, ...(title ? { note: title } : {}) };
			}),
	};
}

type NameIndex = (path: string) => string[];

/** By file name without ending; equal names nearest to the meant folder first. */
function byName(files: readonly string[]): NameIndex {
	const groups = new Map<string, string[]>();
	for (const file of files) {
		const name = nameOf(file);
		const group = groups.get(name);
		if (group) group.push(file);
		else groups.set(name, [file]);
	}
	const similar = indexNearest(groups.keys());
	return (path) => {
		const written = nameOf(path);
		const names = groups.has(written) ? [written] : similar(written);
		return names.flatMap((name) => nearestOf(groups.get(name) ?? [], path)).slice(0, MOST);
	};
}

/** A rare name is the moved file, wherever it is; a common one says little far away. */
function nearestOf(group: readonly string[], path: string): string[] {
	const sorted = [...group].sort((a, b) => distance(path, a) - distance(path, b));
	return group.length > MOST ? sorted.filter((file) => distance(path, file) <= NEARBY) : sorted;
}

/** Folders to leave plus folders to enter on the way from one file to the other. */
function distance(from: string, to: string): number {
	return relativePath(from, to).split('/').length - 1;
}

function nameOf(path: string): string {
	const base = path.replace(/\/+$/, '').slice(path.replace(/\/+$/, '').lastIndexOf('/') + 1);
	return base.replace(/\.[a-z0-9]{1,8}$/i, '').toLowerCase();
}

/** The path part of a target, decoded where it can be. */
function pathOf(written: string): string {
	return decoded(written.replace(/[?#].*$/s, '')).normalize('NFC');
}

function folderOf(file: string): string {
	return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

function lazy<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
