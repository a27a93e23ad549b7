import type { Document } from '../model/index.ts';
import { decodePart } from './paths.ts';

interface AnchorIndex {
	readonly exact: ReadonlySet<string>;
	/** Folded form → the one anchor that has it; '' where several do. */
	readonly folded: ReadonlyMap<string, string>;
}

/** Finds anchors of documents; indexes each document at its first question. */
export interface Anchors {
	/** The anchor as the page has it, '' for the page's start, undefined when there is none. */
	find(document: Document, written: string): string | undefined;
}

export function createAnchors(): Anchors {
	const indexes = new WeakMap<Document, AnchorIndex>();
	return {
		find(document, written) {
			let index = indexes.get(document);
			if (!index) {
				index = indexAnchors(document.anchors);
				indexes.set(document, index);
			}
			if (index.exact.has(written)) return written;
			const wanted = decodePart(written.replace(/:~:.*$/, '')).replace(/^user-content-/, '');
			if (wanted === '') return '';
			if (index.exact.has(wanted)) return wanted;
			// Code may add ids that no reading of the file can see.
			if (document.trustedMdx) return wanted;
			return index.folded.get(foldAnchor(wanted)) || (wanted === 'top' ? '' : undefined);
		},
	};
}

function indexAnchors(anchors: readonly string[]): AnchorIndex {
	const folded = new Map<string, string>();
	for (const anchor of anchors) {
		const form = foldAnchor(anchor);
		if (form !== '') folded.set(form, folded.has(form) ? '' : anchor);
	}
	return { exact: new Set(anchors), folded };
}

/**
 * Letters and digits only, in lower case: tools disagree on how a heading's spaces, dots and
 * apostrophes become an id, hardly ever on its words.
 */
function foldAnchor(anchor: string): string {
	return anchor
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}
