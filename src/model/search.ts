import type { DocumentId, DocumentKind, TextSection } from './document.ts';
import type { LanguageTag } from './language.ts';
import type { Route } from './site.ts';

/** A text by which a problem can be recognised. */
export interface Signature {
	readonly type: 'code' | 'text' | 'pattern';
	readonly value: string;
	readonly source?: string;
	readonly example?: string;
}

/** How every signature and parameter pattern is compiled. The checks prove patterns safe for these flags only. */
export const PATTERN_FLAGS = 'iu';

/** Patterns are tried on single lines, cut to this many UTF-16 units: the length that their cost is bounded for. */
export const PATTERN_LINE_LIMIT = 1000;

/** One document in one language, as the search indexes it. */
export interface SearchRecord {
	readonly id: DocumentId;
	readonly kind: DocumentKind;
	readonly lang: LanguageTag;
	readonly route: Route;
	readonly title: string;
	readonly summary: string;
	readonly status: string;
	readonly modules: readonly string[];
	readonly systems: readonly string[];
	readonly severity: string;
	readonly exceptionClass: string;
	readonly symptoms: readonly string[];
	readonly signatures: readonly Signature[];
	readonly keywords: readonly string[];
	/** Transaction codes and menu paths. */
	readonly transactions: readonly string[];
	readonly roles: readonly string[];
	/** Names of process or procedure steps with their anchors. */
	readonly steps: readonly { readonly anchor: string; readonly name: string }[];
	/** Names of code objects, for dev-notes. */
	readonly objects: readonly string[];
	readonly sections: readonly TextSection[];
}
