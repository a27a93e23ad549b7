import type { DocumentId } from './document.ts';
import type { DocumentLink } from './site.ts';

/** What can be laid over a process: each question has its own marks. */
export const OVERLAYS = ['incidents', 'runbooks', 'customisations', 'reviews', 'controls'] as const;
export type OverlayName = (typeof OVERLAYS)[number];

/** How a mark looks, from nothing to say to the gravest. */
export const OVERLAY_TONES = ['none', 'info', 'good', 'warn', 'bad'] as const;
export type OverlayTone = (typeof OVERLAY_TONES)[number];

/**
 * What an item is, and at the same time the names of the counted parts of a cell:
 * logs are `open`, `past`, `data-fix` or `permission`; runbooks `available`, and steps `missing` one
 * or `unguarded` (missing one where incidents happened); dev-notes have the risk of their upgrade;
 * documents are `overdue`, due `soon`, `never` reviewed or `current`; controls have their type.
 */
export const OVERLAY_STATES = {
	incidents: ['open', 'past', 'data-fix', 'permission'],
	runbooks: ['available', 'missing', 'unguarded'],
	customisations: ['high', 'medium', 'low', 'unrated'],
	reviews: ['overdue', 'never', 'soon', 'current'],
	controls: ['preventive', 'detective', 'untyped'],
} as const satisfies Record<OverlayName, readonly string[]>;
export type OverlayState = (typeof OVERLAY_STATES)[OverlayName][number];

/** A document, or a control of a process, that an overlay counts. */
export interface OverlayItem {
	/** Document id; the control's own id for a control. */
	readonly id: string;
	readonly state: OverlayState;
	/** The process that a control belongs to: control ids are unique within a process only. */
	readonly process?: DocumentId;
	/** Name of a control. */
	readonly name?: string;
	readonly severity?: string;
	/** `YYYY-MM-DD`: when a log was written, or when a review is due. */
	readonly date?: string;
}

/** What one overlay says of one step or one process. */
export interface OverlayCell {
	readonly tone: OverlayTone;
	/** What the mark shows: a number, `✓`, or '' where there is no mark. */
	readonly sign: string;
	/** Counts by state, in the order of {@link OVERLAY_STATES}; zeros are left out. */
	readonly parts: Readonly<Partial<Record<OverlayState, number>>>;
	readonly items: readonly OverlayItem[];
}

export type OverlayCells = Readonly<Record<OverlayName, OverlayCell>>;

/** All overlays of one process. */
export interface ProcessOverlays {
	/** In author order; every step of the process is present. */
	readonly steps: readonly { readonly step: string; readonly cells: OverlayCells }[];
	/** What concerns the process but none of its steps. */
	readonly own: OverlayCells;
	/** Steps and own together, without the processes below. */
	readonly whole: OverlayCells;
}

/** What a process page shows, with the documents that its cells name. */
export interface OverlayView extends ProcessOverlays {
	readonly documents: Readonly<Record<DocumentId, DocumentLink>>;
}

/** By process: sums with everything below it. '' stands for all processes. Items are left out. */
export type OverlaySums = Readonly<Record<DocumentId, OverlayCells>>;

/**
 * Outlines of the marks around the origin, 18 units high: each tone has a shape of its own, so that the
 * colour is never the only sign. Circle, square, hexagon, octagon.
 */
export const MARK_SHAPES: Readonly<Record<Exclude<OverlayTone, 'none'>, string>> = {
	good: 'M9 0A9 9 0 1 1-9 0A9 9 0 1 1 9 0Z',
	info: 'M-8.5-5.5a3 3 0 0 1 3-3h11a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3Z',
	warn: 'M-11 0L-6-9H6L11 0L6 9H-6Z',
	bad: 'M-3.9-9.4h7.8l5.5 5.5v7.8l-5.5 5.5h-7.8l-5.5-5.5v-7.8Z',
};
