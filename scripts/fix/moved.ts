import type { FixContext, Moved } from '../../src/fixes/index.ts';
import { candidatePaths } from '../../src/graph/candidates.ts';
import { decodePart, foldPath, schemeOf, splitTarget } from '../../src/graph/paths.ts';
import { DOCUMENT_ENDING } from '../../src/model/document-ending.ts';
import { type Document, type Reference, routeOf, routeOfAddress } from '../../src/model/index.ts';
import { identityOfPath, pageId } from '../../src/parse/identity.ts';
import type { World } from './world.ts';

/**
 * Answers what a reference that leads nowhere has become: by the renames of git, else by `redirectFrom` of the
 * document that took its address over. Only what exists now is an answer, and only one answer is.
 */
export function movedTargets(world: World, renames: ReadonlyMap<string, string>): FixContext['movedTo'] {
	const redirects = redirectsOf(world);
	const folders = world.config.sources.map(({ path }) => path.replace(/^\.\/?|\/+$/g, ''));
	const folded = foldedOf(renames);
	const exists = (file: string): boolean => world.graph.byFile.has(file) || world.assets.has(file);

	function byId(id: string): Moved | undefined {
		const to = redirects.get(`/d/${id}/`);
		return to && to.kind !== 'page' ? { type: 'id', id: to.id } : undefined;
	}

	function byPath(from: Document, written: string): Moved | undefined {
		for (const location of candidatePaths(from, written, folders)) {
			for (const oldFile of filesOf(location)) {
				const file = renames.get(oldFile) ?? folded.get(foldPath(oldFile));
				if (file !== undefined && exists(file)) return { type: 'file', file, oldFile };
				const to = redirects.get(routeOfFile(oldFile, from, world));
				if (to) return { type: 'file', file: to.file, oldFile };
			}
		}
		const to = written.startsWith('/')
			? redirects.get(routeOfAddress(written, world.config.languages))
			: undefined;
		return to && { type: 'file', file: to.file, oldFile: '' };
	}

	return (from: Document, reference: Reference) => {
		const target = reference.target.trim();
		if (reference.type === 'frontmatter') return byId(target);
		const scheme = schemeOf(target);
		if (scheme === 'kb') return byId(decodePart(splitTarget(target.slice('kb:'.length)).path));
		if (scheme !== undefined || target.startsWith('//')) return undefined;
		const { path } = splitTarget(target);
		return path === '' ? undefined : byPath(from, decodePart(path));
	};
}

/** The files that a location may have been: itself, a document without its ending, the page of a folder. */
function filesOf(location: string): string[] {
	if (DOCUMENT_ENDING.test(location)) return [location];
	const bare = location.replace(/\.html$/i, '');
	const pages = ['.md', '/index.md', '/README.md', '/readme.md', '.mdx', '/index.mdx'];
	return [location, ...pages.map((end) => bare + end)];
}

/** Letter case aside, where no two old paths then become one. */
function foldedOf(renames: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
	const groups = Map.groupBy(renames, ([from]) => foldPath(from));
	return new Map(
		[...groups].flatMap(([from, [only, ...others]]) =>
			only && others.length === 0 ? [[from, only[1]]] : [],
		),
	);
}

/** Address → the one document that says it has taken it over. */
function redirectsOf({ graph, config }: World): ReadonlyMap<string, Document> {
	const found = new Map<string, Document | undefined>();
	for (const document of graph.nodes.values()) {
		const from = document.frontmatter['redirectFrom'];
		for (const path of Array.isArray(from) ? from : []) {
			if (typeof path !== 'string') continue;
			const route = routeOfAddress(path, config.languages);
			found.set(route, found.has(route) && found.get(route) !== document ? undefined : document);
		}
	}
	return new Map([...found].flatMap(([route, document]) => (document ? [[route, document] as const] : [])));
}

/** The address that a page at this path would have, in its own language or that of the link. */
function routeOfFile(file: string, from: Document, { config }: World): string {
	const prefix = from.file.slice(0, from.file.length - from.docPath.length);
	const docPath = file.startsWith(prefix) ? file.slice(prefix.length) : file;
	const { stem, lang = config.languages[0] ?? 'en' } = identityOfPath(docPath, config);
	return routeOf({ id: pageId(stem), kind: 'page', lang }, config.languages[0] ?? 'en');
}
