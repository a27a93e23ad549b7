/** How a process stands, from what the documents say of it; `unknown` where they say nothing. */
export const HEALTH_STATES = ['bad', 'attention', 'unknown', 'good'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** One ground of a {@link ProcessHealth}; the words for it are the site's. Dates are `YYYY-MM-DD`. */
export type HealthReason =
	| { readonly key: 'open-incidents'; readonly count: number; readonly severe: boolean }
	| { readonly key: 'review-overdue'; readonly due: string }
	| { readonly key: 'unguarded-steps'; readonly count: number }
	| { readonly key: 'fit-adjust' | 'fit-redesign' }
	| { readonly key: 'draft' | 'superseded' | 'retired' }
	| { readonly key: 'never-reviewed' | 'no-steps' | 'no-processes' }
	| { readonly key: 'reviewed'; readonly on: string; readonly due?: string }
	| { readonly key: 'below'; readonly state: HealthState; readonly count: number };

export interface ProcessHealth {
	readonly state: HealthState;
	/** The gravest first; never empty. */
	readonly reasons: readonly HealthReason[];
}

/** A process counts its own; a group (levels 1 and 2) everything below it, each once. */
export interface ProcessCounts {
	/** Without groups and activities (levels 1, 2 and 4). */
	readonly processes: number;
	readonly steps: number;
	readonly roles: number;
	readonly runbooks: number;
	/** Incident logs of the last 90 days. */
	readonly incidents: number;
}

/** What the whole set says of a process: the same in every language. */
export interface ProcessFacts {
	readonly modules: readonly string[];
	/** Of the process and of its steps. */
	readonly systems: readonly string[];
	readonly counts: ProcessCounts;
	readonly health: ProcessHealth;
}
