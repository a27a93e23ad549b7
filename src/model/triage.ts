import type { BoardRow } from './board-rows.ts';
import type { LanguageTag, LocalizedText } from './language.ts';

/** One level of a runbook's escalation. */
export interface TriageEscalation {
	/** Left out: at once. */
	readonly afterMinutes?: number;
	/** Key of a role. */
	readonly to: string;
	readonly channel: LocalizedText;
	readonly vendor: LocalizedText;
}

/** What somebody who sees a symptom needs to know of a runbook. */
export interface TriageRunbook extends BoardRow {
	readonly severity: string;
	readonly symptoms: Readonly<Record<LanguageTag, readonly string[]>>;
	/** Of the whole runbook. */
	readonly minutes?: number;
	readonly firstStep?: { readonly id: string; readonly title: LocalizedText; readonly minutes?: number };
	readonly escalation: readonly TriageEscalation[];
	/** Incident logs that name it. */
	readonly incidents: number;
	/** Logs that say whether it worked, drills included. */
	readonly tried: number;
	/** Per cent of the tried: yes counts whole, partly half. Left out when it was never tried. */
	readonly rate?: number;
}

/** Somebody that runbooks of a class escalate to. */
export interface TriageContact {
	readonly to: string;
	/** The earliest that any runbook of the class names. */
	readonly afterMinutes: number;
	/** How many runbooks of the class name this role. */
	readonly runbooks: number;
}

export interface TriageClass {
	readonly exceptionClass: string;
	/** What to try first at the top: by severity, then past incidents, then how often it worked. */
	readonly runbooks: readonly TriageRunbook[];
	readonly contacts: readonly TriageContact[];
	/** Every vendor that a runbook of the class names, by the language of the document. */
	readonly vendors: readonly LocalizedText[];
	/** Incident logs of the class, with or without a runbook. */
	readonly incidents: number;
}

/** From a symptom to a runbook or to somebody who knows: all exception classes, in the order of the schema. */
export interface Triage {
	readonly classes: readonly TriageClass[];
}
