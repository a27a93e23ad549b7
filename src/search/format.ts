import type { DocumentKind, LanguageTag, Signature } from '../model/index.ts';
import type { FoldTable } from './text/fold.ts';

/** Written into every file of the index; a reader refuses another number. */
export const INDEX_VERSION = 1;

/** Where in a document a term stands. The bits of a posting's mark; the upper bits hold the body frequency. */
export const FIELD = { title: 1, sign: 2, heading: 4, path: 8 } as const;
export const BODY_SHIFT = 4;
/** Body frequency class 1–15: the frequency is about 2^((class-1)/2). */
export const MOST_BODY_CLASS = 15;

/** The body is cut into so many windows of equal length; the upper byte of a mark tells in which a term stands. */
export const WINDOWS = 8;
export const WINDOW_SHIFT = 8;

/** Documents that hold a term, ascending, each with its mark. */
export interface Postings {
	readonly docs: Uint32Array;
	readonly marks: Uint16Array;
}

/** Group of words that mean one thing. `words` are folded and lower-case. */
export interface Concept {
	readonly words: readonly string[];
	/** Using one of the words says that something is wrong. */
	readonly problem: boolean;
}

/** What the finder knows of a document before anything else is loaded. */
export interface BaseDocument {
	readonly id: string;
	readonly kind: DocumentKind;
	readonly lang: LanguageTag;
	readonly route: string;
	readonly title: string;
	readonly status: string;
	readonly severity: string;
	readonly exceptionClass: string;
	readonly modules: readonly string[];
	readonly symptoms: readonly string[];
	readonly signatures: readonly Signature[];
	/** Keywords, transactions and menu paths, code objects, step names. */
	readonly names: readonly string[];
	/** Square root of the number of terms of the body, rounded. */
	readonly length: number;
	/** Reads like help with a problem: a runbook, or a page whose title or headings say so. */
	readonly problem: boolean;
}

export interface Base {
	readonly version: number;
	readonly fold: FoldTable;
	readonly concepts: readonly Concept[];
	readonly documents: readonly BaseDocument[];
	/** Number of term files; a power of two. */
	readonly shards: number;
	/** Documents per detail file. */
	readonly detailSize: number;
}

/** What is loaded once a document is shown. */
export interface Detail {
	readonly summary: string;
	readonly firstStep: string;
	/** Name of the Pagefind fragment that holds the text. */
	readonly fragment: string;
}

/** The term file that holds a term: FNV-1a over its UTF-16 units, folded to `shards`. */
export function shardOf(term: string, shards: number): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < term.length; at++) {
		hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
	}
	return ((hash >>> 16) ^ hash) & (shards - 1);
}

/** `search/manifest.json`: where the rest of the index is. */
export interface Manifest {
	readonly version: number;
	/** Folder below `search/`, named after its content. */
	readonly folder: string;
}
