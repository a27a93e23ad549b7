import type { ChangeSet, Document, DocumentGraph } from '../model/index.ts';
import { sourceOfFence } from './includes.ts';
import { resolved } from './notes.ts';

/** Which files' findings a change can have made. */
export interface Affected {
	/** Documents that changed, by path relative to the project. */
	readonly changed: ReadonlySet<string>;
	/** All files that changed; one that could not be read is no document, and what is wrong with it a finding. */
	readonly touched: ReadonlySet<string>;
	/** Documents that refer to a changed, moved or removed file, or that one refers to. */
	readonly around: ReadonlySet<string>;
	readonly whole: boolean;
}

/**
 * What a change can affect: the documents that changed, those that refer to them, to something that is gone, to a
 * changed attachment or show changed code, the languages and the parents and children of each. Changed settings affect everything.
 */
export function affectedDocuments(graph: DocumentGraph, { files, prefix }: ChangeSet): Affected {
	const own = (path: string): string | undefined =>
		path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
	const touched = new Set<string>();
	const gone = new Set<string>();
	let isDocumentGone = false;
	// A target that is gone is named by nobody any more: its former name is all there is, and no id of a document tells it.
	const isGone = (target: string): boolean =>
		!target.startsWith('#') && (gone.has(nameOf(target)) || (isDocumentGone && !/[./]\w/.test(target)));
	for (const { path, oldPath, status } of files) {
		for (const each of [path, oldPath]) {
			const name = each === undefined ? undefined : own(each.normalize('NFC'));
			if (name !== undefined) touched.add(name);
		}
		const former = status === 'deleted' ? path : status === 'renamed' ? oldPath : undefined;
		if (former !== undefined) gone.add(nameOf(former));
		if (former !== undefined && /\.(?:mdx?|markdown)$/i.test(former)) isDocumentGone = true;
	}
	const whole = touched.has('mainstay.yaml');
	const changed = new Set([...touched].filter((path) => graph.byFile.has(path)));
	const ids = new Set([...changed].flatMap((path) => graph.byFile.get(path)?.id ?? []));
	const around = new Set<string>();
	for (const [key, links] of graph.links) {
		const document = graph.nodes.get(key);
		if (!document || changed.has(document.file)) continue;
		const meets = links.some(
			(link, index) =>
				(link.type === 'document' && ids.has(link.id)) ||
				(link.type === 'asset' && touched.has(link.path)) ||
				(link.type === 'missing' && isGone(document.references[index]?.target ?? '')),
		);
		if (meets || ids.has(document.id)) around.add(document.file);
	}
	const paths = new Set(files.map(({ path }) => path));
	for (const document of graph.nodes.values())
		if (showsAny(document, paths, prefix)) around.add(document.file);
	for (const id of ids)
		for (const near of neighbours(graph, id)) if (!changed.has(near.file)) around.add(near.file);
	return { changed, touched, around, whole };
}

/** What a path or a link calls a file, without its ending; for the index of a folder, the folder. */
function nameOf(path: string): string {
	const names = decoded(path.replace(/[?#].*$/, ''))
		.normalize('NFC')
		.split('/')
		.map((name) => name.replace(/\.[^.]*$/, ''))
		.filter((name) => name !== '' && name !== 'index');
	return names.at(-1)?.toLowerCase() ?? '';
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** Whether a block of the document says that it is taken from one of these files. */
function showsAny(document: Document, paths: ReadonlySet<string>, prefix: string): boolean {
	if (document.plainFences) return false;
	const { fences, file } = document;
	return fences.some(({ meta }) => {
		const source = meta === '' ? undefined : sourceOfFence(meta);
		if (!source) return false;
		const own = source.file.startsWith('.') ? `${file}/../${source.file}` : source.file;
		return [resolved(prefix + own), resolved(own)].some((path) => paths.has(path));
	});
}

function neighbours(graph: DocumentGraph, id: string): Document[] {
	const versions = [...(graph.byId.get(id)?.values() ?? [])];
	const named = versions.flatMap(({ references }) =>
		references.flatMap(({ relation, target }) => (relation === undefined ? [] : [target])),
	);
	return [...named, ...(graph.children.get(id) ?? [])].flatMap((each) => [
		...(graph.byId.get(each)?.values() ?? []),
	]);
}

/** Path of a file of the repository as findings name it: relative to the project, with `..` where it lies outside. */
export function projectPath(path: string, prefix: string): string {
	const from = resolved(prefix).split('/').filter(Boolean);
	const to = path.split('/');
	let shared = 0;
	while (shared < from.length && from[shared] === to[shared]) shared++;
	return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
