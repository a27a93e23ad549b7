import type { DictionaryView } from './data-dictionary.ts';
import type { DocumentId } from './document.ts';
import type { LanguageTag } from './language.ts';
import type { DataAccess, StepType } from './process.ts';
import type { DocumentLink, Route } from './site.ts';

/** A step, language-free. */
export interface StepAt {
	readonly process: DocumentId;
	readonly step: string;
}

/** A flow that crosses from one role's lane into another's. */
export interface HandoverAt {
	readonly process: DocumentId;
	readonly from: string;
	readonly to: string;
}

/**
 * What a role does, counted over steps. `performs` are tasks, subprocesses and waits; a start or an end is
 * an event and counts as a step alone.
 */
export interface Responsibility {
	readonly steps: number;
	readonly performs: number;
	readonly approves: number;
	readonly decides: number;
	/** Names the role as the owner of the process. */
	readonly owns: boolean;
}

export const READING_STAGES = ['start', 'overview', 'processes', 'runbooks'] as const;
export type ReadingStageType = (typeof READING_STAGES)[number];

/** Documents to read one after the other; a stage of processes belongs to one process group. */
export interface ReadingStage {
	readonly type: ReadingStageType;
	readonly group?: DocumentId;
	readonly items: readonly DocumentId[];
}

/** What the whole set says of one role. Everything in order of the process map. */
export interface RoleWork {
	readonly key: string;
	readonly counts: Responsibility & { readonly processes: number };
	readonly processes: readonly {
		readonly process: DocumentId;
		readonly group?: DocumentId;
		readonly steps: readonly string[];
	}[];
	readonly transactions: readonly {
		readonly transaction: string;
		readonly system?: string;
		readonly at: readonly StepAt[];
	}[];
	/** `declared`: the runbook names the role; `wholeProcess`: it names a process without a step. */
	readonly runbooks: readonly {
		readonly id: DocumentId;
		readonly at: readonly StepAt[];
		readonly wholeProcess: readonly DocumentId[];
		readonly declared: boolean;
	}[];
	readonly receives: readonly Handover[];
	readonly passes: readonly Handover[];
	readonly systems: readonly { readonly system: string; readonly steps: number }[];
	/** Objects that the role creates, changes or deletes, by key of the data dictionary. */
	readonly data: readonly {
		readonly object: string;
		readonly access: readonly DataAccess[];
		readonly at: readonly StepAt[];
	}[];
	readonly owns: readonly DocumentId[];
	readonly reading: readonly ReadingStage[];
}

export interface Handover {
	/** The other role. */
	readonly role: string;
	readonly at: readonly HandoverAt[];
}

/** Who does how much in which process. */
export interface ResponsibilityRow {
	readonly process: DocumentId;
	readonly level: number;
	readonly group?: DocumentId;
	readonly modules: readonly string[];
	readonly cells: ReadonlyMap<string, Responsibility>;
}

export interface ResponsibilityMatrix {
	/** Keys of the roles that have a cell, as declared, then as they first appear. */
	readonly roles: readonly string[];
	readonly rows: readonly ResponsibilityRow[];
}

/** A step as pages of one language link to it. */
export interface StepPlace {
	readonly process: DocumentId;
	readonly step: string;
	readonly name: string;
	readonly route: Route;
	readonly lang: LanguageTag;
}

/** A step as the page of its role shows it. */
export interface RoleStep extends StepPlace {
	/** Position in the process, counted from 1. */
	readonly number: number;
	readonly type: StepType;
	readonly transaction?: string;
	readonly system?: string;
	readonly runbooks: readonly DocumentLink[];
}

/** A document on a reading path; `minutes` is an estimate from the length of its text. */
export interface ReadingItem {
	readonly link: DocumentLink;
	readonly minutes: number;
	/** Steps of the role in it. */
	readonly steps: number;
}

export interface HandoverView {
	readonly role: string;
	readonly at: readonly { readonly from: StepPlace; readonly to: StepPlace }[];
}

/** {@link RoleWork} as the pages of one language show it. */
export interface RoleView {
	readonly key: string;
	readonly counts: RoleWork['counts'];
	/** False where there is nothing to show: the role has no page then. */
	readonly hasPage: boolean;
	readonly processes: readonly {
		readonly link: DocumentLink;
		readonly group?: DocumentLink;
		readonly steps: readonly RoleStep[];
	}[];
	readonly transactions: readonly {
		readonly transaction: string;
		readonly system?: string;
		readonly at: readonly StepPlace[];
	}[];
	readonly runbooks: readonly {
		readonly link: DocumentLink;
		readonly at: readonly StepPlace[];
		readonly declared: boolean;
	}[];
	readonly receives: readonly HandoverView[];
	readonly passes: readonly HandoverView[];
	readonly systems: RoleWork['systems'];
	readonly data: readonly {
		readonly name: string;
		readonly slug: string;
		readonly access: readonly DataAccess[];
		readonly at: readonly StepPlace[];
	}[];
	readonly owns: readonly DocumentLink[];
	readonly reading: readonly {
		readonly type: ReadingStageType;
		readonly group?: DocumentLink;
		readonly items: readonly ReadingItem[];
	}[];
}

export interface MatrixRow {
	readonly link: DocumentLink;
	readonly level: number;
	readonly group?: DocumentLink;
	readonly modules: readonly string[];
	/** In the order of the matrix's roles; left out where the role has nothing to do with the process. */
	readonly cells: readonly (Responsibility | undefined)[];
}

/** The steps of all processes seen by role and by data, in one language. */
export interface ProcessWork {
	readonly roles: readonly RoleView[];
	readonly matrix: { readonly roles: readonly string[]; readonly rows: readonly MatrixRow[] };
	readonly data: DictionaryView;
}
