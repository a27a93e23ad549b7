import type {
	BoardPlace,
	BoardRow,
	CoverageBoard,
	FreshnessRow,
	PermissionRow,
	RiskRow,
	WorkaroundRow,
} from './board-rows.ts';
import type { DocumentId } from './document.ts';
import type { LocalizedText } from './language.ts';

/** What the whole set says, one board per question; addresses and JSON files are named after these. */
export const BOARD_NAMES = [
	'workarounds',
	'freshness',
	'coverage',
	'risks',
	'permissions',
	'continuity',
	'customisations',
	'upgrade',
	'timeline',
	'incidents',
] as const;
export type BoardName = (typeof BOARD_NAMES)[number];

export type ContinuityState = 'never' | 'overdue' | 'soon' | 'ok' | 'no-target';

/** One kind of proof for one system: its last success against its target. */
export interface ContinuityProof {
	readonly type: 'backup' | 'restoreDrill';
	/** ISO 8601 period; left out when nothing is asked of this system. */
	readonly every?: string;
	readonly state: ContinuityState;
	readonly last?: { readonly log: DocumentId; readonly date: string; readonly minutes?: number };
	readonly due?: string;
	/** Attempts since the last success that did not succeed. */
	readonly failures: readonly DocumentId[];
	/** All records, successful or not. */
	readonly records: number;
}

export interface ContinuityRow {
	readonly system: string;
	readonly proofs: readonly ContinuityProof[];
}

export interface ContinuityBoard {
	/** Whether mainstay.yaml names targets; else the defaults count. */
	readonly declared: boolean;
	readonly systems: readonly ContinuityRow[];
	readonly logs: readonly (BoardRow & {
		readonly date: string;
		readonly logType: string;
		readonly outcome?: string;
		readonly minutes?: number;
	})[];
}

export interface CustomisationRow extends BoardRow {
	readonly wricef: string;
	readonly technique: string;
	readonly risk: string;
	readonly effortDays?: number;
	readonly lastAdapted?: string;
	readonly tests: number;
	readonly checks: number;
	readonly objects: readonly { readonly type: string; readonly name: string }[];
	/** Standard objects and tables that it touches. */
	readonly touches: readonly string[];
	readonly processes: readonly DocumentId[];
	readonly retirable: boolean;
	readonly replacement: LocalizedText;
}

export interface CustomisationBoard {
	readonly notes: readonly CustomisationRow[];
	/** Objects of the standard that notes touch, the most touched first. */
	readonly objects: readonly { readonly name: string; readonly notes: readonly DocumentId[] }[];
}

export interface UpgradeItem {
	readonly id: DocumentId;
	readonly adapted: boolean;
	/** Place in the order of work among what is to adapt, from 1; 0 for what is adapted. */
	readonly order: number;
	/** Notes whose objects this one uses: they come first. */
	readonly after: readonly DocumentId[];
}

/** What an upgrade to one release asks for. */
export interface UpgradePlan {
	/** '' is the release after the newest that documents know. */
	readonly release: string;
	readonly items: readonly UpgradeItem[];
	/** Person-days of what is to adapt. */
	readonly effortDays: number;
	/** Notes to adapt that name no effort. */
	readonly unestimated: number;
}

export interface UpgradeLogRow extends BoardRow {
	readonly date: string;
	readonly outcome?: string;
	readonly downtimeMinutes?: number;
	readonly plan: LocalizedText;
	readonly tested: boolean;
	readonly customisations: readonly DocumentId[];
}

export interface UpgradeBoard {
	/** The unknown next release first, then the known ones, newest first. */
	readonly plans: readonly UpgradePlan[];
	readonly details: readonly (CustomisationRow & {
		readonly checkTexts: readonly LocalizedText[];
		readonly testTexts: readonly LocalizedText[];
	})[];
	readonly logs: readonly UpgradeLogRow[];
}

export interface TimelineRow extends BoardRow {
	readonly date: string;
	readonly system: string;
	readonly logType: string;
	readonly outcome?: string;
	readonly severity?: string;
}

export interface TimelineBoard {
	/** Latest first. */
	readonly logs: readonly TimelineRow[];
	/** Entries per day, days with none left out, oldest first. */
	readonly days: readonly (readonly [date: string, count: number])[];
	/** Newest first. */
	readonly months: readonly {
		readonly month: string;
		readonly total: number;
		readonly byType: Readonly<Record<string, number>>;
		readonly bySystem: Readonly<Record<string, number>>;
	}[];
}

export interface IncidentRow extends BoardRow {
	readonly date: string;
	readonly severity?: string;
	readonly exceptionClass?: string;
	readonly cause?: string;
	readonly outcome?: string;
	readonly place?: BoardPlace;
	readonly runbook?: DocumentId;
	readonly runbookWorked?: string;
	/** From start to end of the window; left out where the log has none. */
	readonly minutes?: number;
	readonly downtimeMinutes?: number;
	/** Other incidents of the same place or runbook. */
	readonly repeats: number;
}

/** Incidents that share a value. `timed` of them say how long they took. */
export interface IncidentGroup {
	readonly key: string;
	readonly count: number;
	readonly open: number;
	readonly timed: number;
	/** Mean of the timed ones, rounded; left out when there are none. */
	readonly meanMinutes?: number;
}

export interface RunbookSuccess {
	readonly runbook: DocumentId;
	readonly yes: number;
	readonly partly: number;
	readonly no: number;
	/** Per cent: yes counts whole, partly half. */
	readonly rate: number;
}

export interface IncidentBoard {
	readonly incidents: readonly IncidentRow[];
	readonly all: IncidentGroup;
	readonly byModule: readonly IncidentGroup[];
	readonly byClass: readonly IncidentGroup[];
	readonly byCause: readonly IncidentGroup[];
	/** Keys are `PR-…#step`, or the process alone. */
	readonly byPlace: readonly IncidentGroup[];
	/** Every log that says whether its runbook worked, drills included. */
	readonly runbooks: readonly RunbookSuccess[];
}

/** All boards, the same in every language; texts of documents carry the languages that they exist in. */
export interface Boards {
	readonly asOf: string;
	readonly workarounds: readonly WorkaroundRow[];
	readonly freshness: readonly FreshnessRow[];
	readonly coverage: CoverageBoard;
	readonly risks: readonly RiskRow[];
	readonly permissions: readonly PermissionRow[];
	readonly continuity: ContinuityBoard;
	readonly customisations: CustomisationBoard;
	readonly upgrade: UpgradeBoard;
	readonly timeline: TimelineBoard;
	readonly incidents: IncidentBoard;
}

/** What must be seen to per system, ISO 8601 periods. */
export interface ContinuityTarget {
	readonly backup?: string;
	readonly restoreDrill?: string;
}
