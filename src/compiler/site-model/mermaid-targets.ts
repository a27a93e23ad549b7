import type { Document, DocumentGraph, ResolvedConfig } from '../../model/index.ts';
import { documentKey } from '../../model/index.ts';
import { hrefOf } from './links.ts';
import { createVersions } from './versions.ts';

/** Answers the address of a `click` target as written in one document's diagrams; undefined for a dead one. */
export function referenceAddress(
	document: Document,
	graph: DocumentGraph,
	config: ResolvedConfig,
	base: string,
): (target: string) => string | undefined {
	const links = graph.links.get(documentKey(document.id, document.lang)) ?? [];
	return (target) => {
		const index = document.references.findIndex((each) => each.type === 'diagram' && each.target === target);
		const link = links[index];
		if (!link || link.type === 'asset') return undefined;
		const versions = createVersions(graph, config);
		return hrefOf(link, document.lang, {
			base,
			versions,
			links,
			figures: new Map(),
			useAsset: (path) => path,
		});
	};
}
