import type { Document, DocumentId, DocumentKey, Reference } from './document.ts';
import type { LanguageTag } from './language.ts';

/** A reference after resolution. `document` links name the id: the language is chosen by the page that shows it. */
export type Link =
	| {
			readonly type: 'document';
			readonly id: DocumentId;
			readonly anchor?: string;
			readonly lang?: LanguageTag;
	  }
	| { readonly type: 'asset'; readonly path: string }
	| { readonly type: 'external'; readonly url: string }
	| { readonly type: 'anchor'; readonly anchor: string }
	| { readonly type: 'missing'; readonly reason: MissingReason; readonly actual?: string };

/** `actual` of a `case` mismatch or a missing anchor's document is the path or id that does exist. */
export type MissingReason =
	| 'document'
	| 'file'
	| 'anchor'
	| 'case'
	| 'outside-root'
	| 'wrong-kind'
	| 'scheme';

export interface ResolvedReference {
	readonly from: DocumentKey;
	readonly reference: Reference;
	readonly link: Link;
}

/** Who refers to a document: once per referring document and relation. */
export interface Backlink {
	readonly from: DocumentKey;
	/** 'link' for a link in a body, else the frontmatter field. */
	readonly relation: string;
}

/** All documents and how they hang together. Built once, then only queried. */
export interface DocumentGraph {
	readonly nodes: ReadonlyMap<DocumentKey, Document>;
	/** Languages of one id, in the order of the configured languages. */
	readonly byId: ReadonlyMap<DocumentId, ReadonlyMap<LanguageTag, Document>>;
	readonly byFile: ReadonlyMap<string, Document>;
	/** Resolved references per document, in the order of `document.references`. */
	readonly links: ReadonlyMap<DocumentKey, readonly Link[]>;
	readonly incoming: ReadonlyMap<DocumentId, readonly Backlink[]>;
	readonly unresolved: readonly ResolvedReference[];
	/** Process hierarchy: parent id → child ids, by `order`, then id. */
	readonly children: ReadonlyMap<DocumentId, readonly DocumentId[]>;
	/** Documents that share an `(id, lang)` with one that came first. */
	readonly duplicates: readonly { readonly first: Document; readonly second: Document }[];
}
