import type { DocumentId } from './document.ts';
import type { LanguageTag } from './language.ts';

/** Log types that a followed runbook, or a reported problem, can end in. */
export const RECORD_TYPES = [
	'incident',
	'drill',
	'change',
	'data-fix',
	'database',
	'backup',
	'transfer',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** Whether a step did what it says it does. */
export type ExpectedResult = 'yes' | 'no' | 'differs';

/** One step of a runbook as it was followed. Times are local, `YYYY-MM-DD HH:MM`. */
export interface StepRecord {
	readonly title: string;
	/** `open`: not reached. */
	readonly state: 'done' | 'skipped' | 'open';
	readonly startedAt?: string;
	readonly endedAt?: string;
	readonly result?: ExpectedResult;
	readonly note?: string;
	/** A destructive step: when the confirmation was given. */
	readonly confirmedAt?: string;
}

/** What the body of a log tells. Texts are plain: nothing in them is read as Markdown. */
export interface RecordStory {
	readonly seen?: string;
	readonly where?: string;
	readonly steps: readonly StepRecord[];
	/** Steps as boxes to tick, for a log that is written before the work. */
	readonly asChecklist?: boolean;
	/** Secrets are masked already. */
	readonly parameters: readonly { readonly label: string; readonly value: string }[];
	readonly escalations: readonly { readonly at: string; readonly to: string }[];
	readonly worked?: string;
	readonly failed?: string;
	readonly followUp?: string;
	/** Page that a problem was reported from. */
	readonly source?: { readonly title: string; readonly address: string; readonly version?: string };
}

/** A system log before it is text. */
export interface LogRecord {
	readonly id: DocumentId;
	readonly lang: LanguageTag;
	readonly title: string;
	readonly owner: string;
	readonly logType: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly system: string;
	readonly outcome: string;
	readonly modules: readonly string[];
	readonly environment?: string;
	readonly requestedBy?: string;
	readonly executedBy?: string;
	readonly approvedBy?: string;
	readonly reason?: string;
	readonly ticket?: string;
	readonly severity?: string;
	readonly exceptionClass?: string;
	readonly cause?: string;
	readonly runbook?: DocumentId;
	readonly runbookWorked?: string;
	readonly process?: DocumentId;
	readonly step?: string;
	/** Objects of a data fix. */
	readonly objects: readonly string[];
	readonly window?: { readonly start?: string; readonly end?: string; readonly downtimeMinutes?: number };
	readonly related: readonly DocumentId[];
	readonly story: RecordStory;
}

/** Where the documents are kept, for links that open an editor there. */
export interface Repository {
	/** Address of the repository's page, without a slash at its end. */
	readonly url: string;
	readonly branch: string;
	readonly provider: 'github' | 'gitlab' | 'gitea' | 'custom';
	/** Folder of mainstay.yaml in the repository; '' for its root. */
	readonly folder: string;
	/** Address templates with `{branch}`, `{path}`, `{folder}`, `{name}`, `{content}`, `{title}`, `{body}`; they win over the provider's. */
	readonly newFile?: string;
	readonly newIssue?: string;
}

/** What the site knows of where records go. */
export interface Recording {
	/** Folder of system logs, relative to the project root. */
	readonly folder: string;
	readonly repository?: Repository;
}
