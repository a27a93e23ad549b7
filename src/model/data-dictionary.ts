import type { DocumentId } from './document.ts';
import type { LanguageTag, LocalizedText } from './language.ts';
import type { DataAccess } from './process.ts';
import type { StepPlace } from './role-work.ts';
import type { DocumentLink } from './site.ts';

/** One step that uses a data object. */
export interface DataUseAt {
	readonly process: DocumentId;
	readonly step: string;
	readonly role: string;
	readonly system?: string;
	readonly transaction?: string;
	readonly access?: DataAccess;
}

/** What the whole set says of one data object. */
export interface DataObject {
	/** The name that identifies it: of the catalogue, else as first written. */
	readonly key: string;
	/** Address segment, unique in the dictionary and the same whatever else is in it. */
	readonly slug: string;
	/** Names per language; languages whose documents never name it are absent. */
	readonly names: LocalizedText;
	readonly description?: LocalizedText;
	/** Keys of systems: the catalogue's first, then those of the steps, the most frequent first. */
	readonly systems: readonly string[];
	readonly modules: readonly string[];
	/** In order of the process map. */
	readonly uses: readonly DataUseAt[];
}

export interface DataDictionary {
	/** In order of first use; those of the catalogue that no step uses follow. */
	readonly objects: readonly DataObject[];
	/** By every name as written in a document or in the catalogue. */
	readonly byName: ReadonlyMap<string, DataObject>;
}

/** {@link DataUseAt} as a page of one language shows it. */
export interface DataUseLine {
	readonly at: StepPlace;
	readonly role: string;
	readonly system?: string;
	readonly transaction?: string;
	readonly access?: DataAccess;
}

/** A data object as the pages of one language show it. */
export interface DataObjectView {
	readonly key: string;
	readonly slug: string;
	readonly name: string;
	/** Names in other languages and the key, where they differ from `name`. */
	readonly otherNames: readonly { readonly name: string; readonly lang?: LanguageTag }[];
	readonly description?: string;
	readonly systems: readonly string[];
	readonly modules: readonly string[];
	readonly uses: readonly DataUseLine[];
}

export interface DictionaryView {
	/** By name, as the language sorts. */
	readonly objects: readonly DataObjectView[];
	/** Address segment by name as written in any document. */
	readonly slugs: Readonly<Record<string, string>>;
	/** Processes of the uses, by id. */
	readonly processes: Readonly<Record<DocumentId, DocumentLink>>;
}
