import type { DocumentId, DocumentKind } from './document.ts';
import type { LocalizedText } from './language.ts';

/** What boards are filtered by. Keys of mainstay.yaml; a document counts once, whatever languages it exists in. */
export interface BoardFacets {
	readonly modules: readonly string[];
	readonly systems: readonly string[];
	readonly owner?: string;
}

export interface BoardRow extends BoardFacets {
	readonly id: DocumentId;
}

/** A step of a process, or the process as a whole. */
export interface BoardPlace {
	readonly process: DocumentId;
	readonly step?: string;
}

export type DueState = 'overdue' | 'soon' | 'ok';

/** A live temporary measure of a runbook. Dates are `YYYY-MM-DD`. */
export interface WorkaroundRow extends BoardRow {
	/** Place in the runbook's list, from 0. */
	readonly index: number;
	readonly type: string;
	readonly until: string;
	/** Until the last day; negative: days over it. */
	readonly daysLeft: number;
	readonly state: DueState;
	readonly exitCriteria: LocalizedText;
	readonly reconcile: LocalizedText;
	readonly places: readonly BoardPlace[];
}

export const EVIDENCE_KINDS = ['drill', 'incident', 'test', 'partly', 'reading', 'date'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One line of a freshness score; the points of all lines add up to the score. */
export type FreshnessLine =
	| {
			readonly key: 'evidence';
			readonly kind: EvidenceKind;
			readonly on: string;
			readonly log?: DocumentId;
			readonly points: number;
	  }
	| { readonly key: 'age'; readonly days: number; readonly points: number }
	| { readonly key: 'no-proof'; readonly points: number }
	| { readonly key: 'failed'; readonly log: DocumentId; readonly on: string; readonly points: number }
	| { readonly key: 'changed'; readonly by: DocumentId; readonly on: string; readonly points: number }
	| { readonly key: 'code'; readonly path: string; readonly on: string; readonly points: number }
	| { readonly key: 'floor'; readonly points: number };

export type FreshnessState = 'never' | 'weak' | 'plausible' | 'proven';

export interface FreshnessRow extends BoardRow {
	readonly kind: DocumentKind;
	/** 0–100. */
	readonly score: number;
	readonly state: FreshnessState;
	/** ISO 8601 period. */
	readonly every: string;
	/** Next review; left out when nothing was ever reviewed. */
	readonly due?: string;
	readonly overdue: boolean;
	readonly lines: readonly FreshnessLine[];
}

/** A process and how many of its steps at which work can go wrong have a runbook. */
export interface ProcessCoverage extends BoardRow {
	readonly steps: number;
	readonly covered: number;
	/** Steps without a runbook, those with most incidents first. */
	readonly missing: readonly {
		readonly step: string;
		readonly name: LocalizedText;
		readonly incidents: number;
	}[];
	/** Middle part of the id that a new runbook would take. */
	readonly group: string;
}

export interface CoverageCell {
	readonly module: string;
	readonly count: number;
	/** Incident logs that fall into this cell. */
	readonly incidents: number;
}

export interface CoverageBoard {
	readonly processes: readonly ProcessCoverage[];
	/** Rows are kinds, one cell per module. */
	readonly kinds: readonly { readonly kind: DocumentKind; readonly cells: readonly CoverageCell[] }[];
	/** Rows are exception classes, one cell per module: runbooks. */
	readonly classes: readonly { readonly exceptionClass: string; readonly cells: readonly CoverageCell[] }[];
	/** Middle part of the ids of a module's runbooks. */
	readonly groups: Readonly<Record<string, string>>;
}

export type RiskLevel = 'low' | 'medium' | 'high' | 'critical';

export interface RiskPlace {
	readonly likelihood: number;
	readonly impact: number;
	/** likelihood × impact, 1–25. */
	readonly score: number;
	readonly level: RiskLevel;
}

export interface RiskRow extends BoardRow, RiskPlace {
	readonly date: string;
	readonly riskClass: string;
	readonly mitigation: LocalizedText;
	/** After mitigation, where the document judges it. */
	readonly residual?: RiskPlace;
	readonly logType: string;
	readonly outcome?: string;
}

export type PermissionState = 'expired' | 'expiring' | 'active' | 'replaced' | 'closed' | 'disabled';
export type PermissionConcern =
	| 'approver-is-executor'
	| 'requester-is-approver'
	| 'no-approver'
	| 'sod-failed'
	| 'sod-missing'
	| 'several-grants';

export interface PermissionRow extends BoardRow {
	readonly date: string;
	readonly action: string;
	readonly subject: LocalizedText;
	readonly from: LocalizedText;
	readonly to: LocalizedText;
	readonly sodCheck: LocalizedText;
	readonly validTo?: string;
	readonly requestedBy?: string;
	readonly executedBy?: string;
	readonly approvedBy?: string;
	readonly state: PermissionState;
	/** The later record of the same subject that ended this one. */
	readonly endedBy?: DocumentId;
	/** Days over `validTo` when expired, else days left. */
	readonly daysLeft?: number;
	readonly concerns: readonly PermissionConcern[];
}
