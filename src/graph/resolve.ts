import { DOCUMENT_ENDING } from '../model/document-ending.ts';
import type { AssetFile, CompileConfig, Document, DocumentGraph, Link, Reference } from '../model/index.ts';
import { createAnchors } from './anchors.ts';
import { candidatePaths, leavesRoot } from './candidates.ts';
import { decodePart, schemeOf, splitTarget } from './paths.ts';
import { indexTargets } from './targets.ts';

export type Resolve = (from: Document, reference: Reference) => Link;

/** Schemes that may reach a page; everything else could run something or leads nowhere on a site. */
const EXTERNAL_SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);

/** Makes the function that turns a reference as written into a link. Constant time per reference. */
export function createResolver(
	documents: readonly Document[],
	byId: DocumentGraph['byId'],
	assets: ReadonlyMap<string, AssetFile>,
	config: CompileConfig,
): Resolve {
	const targets = indexTargets(documents, assets, config);
	const anchors = createAnchors();
	const sourceFolders = config.sources.map((source) => source.path.replace(/^\.\/?|\/+$/g, ''));
	let idsByFold: ReadonlyMap<string, string> | undefined;

	/** A document link from `from`; the anchor must be in the version that the reader will see. */
	function toDocument(from: Document, target: Document, written: string | undefined): Link {
		const elsewhere = target.lang !== from.lang && target.lang !== config.languages[0];
		const shown = elsewhere ? target : (byId.get(target.id)?.get(from.lang) ?? target);
		const lang = elsewhere ? { lang: target.lang } : {};
		if (written === undefined) return { type: 'document', id: target.id, ...lang };
		const anchor = anchors.find(shown, written);
		if (anchor !== undefined) return { type: 'document', id: target.id, ...lang, ...(anchor && { anchor }) };
		const inTarget = anchors.find(target, written);
		if (inTarget !== undefined)
			return { type: 'document', id: target.id, lang: target.lang, anchor: inTarget };
		return { type: 'missing', reason: 'anchor', actual: target.id };
	}

	function byWrittenId(from: Document, id: string, anchor: string | undefined): Link {
		const versions = byId.get(id);
		const target = versions?.get(from.lang) ?? versions?.values().next().value;
		if (target) return toDocument(from, target, anchor);
		idsByFold ??= new Map([...byId.keys()].map((known) => [known.toLowerCase(), known]));
		const actual = idsByFold.get(id.toLowerCase());
		return actual === undefined
			? { type: 'missing', reason: 'document' }
			: { type: 'missing', reason: 'case', actual };
	}

	function byField(from: Document, reference: Reference): Link {
		const link = byWrittenId(from, reference.target, undefined);
		if (link.type !== 'document' || reference.expects === undefined) return link;
		const kind = byId.get(link.id)?.values().next().value?.kind;
		return kind === reference.expects ? link : { type: 'missing', reason: 'wrong-kind', actual: link.id };
	}

	function byPath(from: Document, reference: Reference): Link {
		const { path: writtenPath, anchor } = splitTarget(reference.target.trim());
		if (writtenPath === '') return toOwnAnchor(from, anchor ?? '');
		const path = decodePart(writtenPath);
		for (const candidate of candidatePaths(from, path, sourceFolders)) {
			const target = targets.find(candidate);
			if (target?.type === 'asset') return { type: 'asset', path: target.path };
			if (target && reference.type !== 'image') return toDocument(from, target.document, anchor);
		}
		for (const candidate of candidatePaths(from, path, sourceFolders)) {
			const actual = targets.find(candidate) ? undefined : targets.findFolded(candidate);
			if (actual !== undefined) return { type: 'missing', reason: 'case', actual };
		}
		if (leavesRoot(from, path)) return { type: 'missing', reason: 'outside-root' };
		return { type: 'missing', reason: namesDocument(reference, path) ? 'document' : 'file' };
	}

	function toOwnAnchor(from: Document, written: string): Link {
		const anchor = anchors.find(from, written);
		return anchor === undefined
			? { type: 'missing', reason: 'anchor', actual: from.id }
			: { type: 'anchor', anchor };
	}

	return (from, reference) => {
		if (reference.type === 'frontmatter') return byField(from, reference);
		const scheme = schemeOf(reference.target);
		if (scheme === 'kb') {
			const { path, anchor } = splitTarget(reference.target.trim().slice('kb:'.length));
			return byWrittenId(from, decodePart(path), anchor);
		}
		if (scheme !== undefined) {
			// One slash, or none: a browser looks for a path on the site itself.
			const isWhole = !scheme.startsWith('http') || /^https?:\/\//i.test(reference.target.trim());
			return EXTERNAL_SCHEMES.has(scheme) && isWhole
				? { type: 'external', url: reference.target.trim() }
				: { type: 'missing', reason: 'scheme' };
		}
		if (reference.target.startsWith('//')) return { type: 'external', url: `https:${reference.target}` };
		return byPath(from, reference);
	};
}

/** Whether a path that leads nowhere was meant for a document rather than for a picture or a download. */
function namesDocument(reference: Reference, path: string): boolean {
	if (reference.type === 'image') return false;
	const base = path.slice(path.lastIndexOf('/') + 1);
	return DOCUMENT_ENDING.test(path) || /\.html?$/i.test(path) || !/\.[a-z0-9]{1,5}$/i.test(base);
}
