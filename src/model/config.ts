import type { ContinuityTarget } from './boards.ts';
import type { Severity } from './diagnostic.ts';
import type { Document, DocumentKind } from './document.ts';
import type { LanguageTag, LocalizedText } from './language.ts';
import type { Repository } from './record.ts';

/** A folder of documents. Paths are relative to the project root; `git` sources are checkouts beside it. */
export interface DocumentSource {
	readonly name: string;
	readonly path: string;
}

/** A field that a knowledge base adds to a kind. */
export interface CustomField {
	readonly type: 'string' | 'number' | 'boolean' | 'date' | 'list';
	readonly label: LocalizedText;
	readonly required: boolean;
	readonly values?: readonly string[];
}

export interface Audience {
	readonly classification: 'public' | 'internal' | 'restricted' | 'confidential';
	/** Empty: all modules. */
	readonly modules: readonly string[];
}

/** A data object of the business: what documents call it, and which system keeps it. */
export interface DataObjectTerm {
	readonly name: LocalizedText;
	/** Key of a system. */
	readonly system?: string;
	readonly description?: LocalizedText;
}

export type Vocabulary = ReadonlyMap<string, LocalizedText>;

/** mainstay.yaml with every default filled in. */
export interface ResolvedConfig {
	/** Absolute path of the project root. The only absolute path in it. */
	readonly root: string;
	/** Path of mainstay.yaml relative to the root; undefined when there is none. */
	readonly file?: string;
	readonly title: LocalizedText;
	/** The first is the default. Never empty. */
	readonly languages: readonly LanguageTag[];
	readonly sources: readonly DocumentSource[];
	/** Empty: any key is accepted. */
	readonly modules: Vocabulary;
	readonly systems: Vocabulary;
	readonly roles: Vocabulary;
	/** By the name that identifies the object. Empty: any name is accepted. */
	readonly dataObjects: ReadonlyMap<string, DataObjectTerm>;
	/** Glob (relative to the documents folder) → kind, in order of writing. */
	readonly kinds: readonly { readonly glob: string; readonly kind: DocumentKind }[];
	readonly review: { readonly every: string };
	/** By key of a system, ISO 8601 periods. Empty: the defaults of the continuity board count. */
	readonly continuity: ReadonlyMap<string, ContinuityTarget>;
	readonly search: { readonly synonyms: readonly (readonly string[])[] };
	readonly mdx: { readonly trusted: readonly string[] };
	/** Where the documents are kept; left out, no link opens an editor there. */
	readonly repository?: Repository;
	readonly audiences: ReadonlyMap<string, Audience>;
	/** Pages about Mainstay itself that the site has as well. */
	readonly reference?: { readonly rules: boolean };
	readonly rules: ReadonlyMap<string, Severity | 'off'>;
	readonly fields: Readonly<Partial<Record<DocumentKind, ReadonlyMap<string, CustomField>>>>;
	/** Hash of everything above but `root`: part of every cache key. */
	readonly hash: string;
}

/** The part of the configuration that compiling one document depends on: structured-cloneable. */
export type CompileConfig = Omit<ResolvedConfig, 'root'>;

/**
 * A folder of plain pages without settings was written for another tool: what is an error in a knowledge
 * base does not keep such a folder from being built.
 */
export function isForeignFolder(config: CompileConfig, documents: Iterable<Document>): boolean {
	if (config.file !== undefined) return false;
	for (const document of documents) if (document.kind !== 'page') return false;
	return true;
}
