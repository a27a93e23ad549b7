import type { DocumentId, DocumentKind } from './document.ts';

/** What changes, or is asked about: any of these, together. */
export interface ImpactQuestion {
	/** Paths from the root of the repository, `/` between the parts. */
	readonly files?: readonly string[];
	/** Names of code objects, tables, standard objects, interfaces, transactions or data objects. */
	/** Places of notes that cover changed code, where a diff says more than the names of files: then no globs are matched. */
	readonly covered?: readonly { readonly id: DocumentId; readonly pointer: string; readonly file: string }[];
	readonly objects?: readonly string[];
	readonly ids?: readonly DocumentId[];
	/** A release that the system is to be upgraded to, as `appliesTo.releases` writes it. */
	readonly release?: string;
}

/** Why a document is affected: what was asked about, or the document that leads here. */
export interface ImpactCause {
	readonly type: 'file' | 'code' | 'object' | 'id' | 'release' | 'reference';
	/** The file, name, id or release; the id of the document it follows from for `reference`. */
	readonly value: string;
}

export interface ImpactedDocument {
	readonly id: DocumentId;
	readonly kind: DocumentKind;
	readonly title: string;
	readonly status: string;
	readonly file: string;
	/** From 1: the line that makes it affected, else the first. */
	readonly line: number;
	/** How many references away from what was asked about: 0 is named by it. */
	readonly distance: number;
	readonly causes: readonly ImpactCause[];
}

export interface ImpactedStep {
	readonly process: DocumentId;
	readonly step: string;
	readonly name: string;
	readonly role: string;
	readonly file: string;
	readonly line: number;
	readonly causes: readonly ImpactCause[];
}

export interface ImpactedTest {
	readonly test: string;
	readonly note: DocumentId;
	readonly file: string;
	readonly line: number;
}

/** What a change touches. Sorted by distance, then kind, then id. */
export interface Impact {
	readonly documents: readonly ImpactedDocument[];
	readonly steps: readonly ImpactedStep[];
	/** Keys of the roles that perform the steps. */
	readonly roles: readonly string[];
	readonly tests: readonly ImpactedTest[];
}
