import type { DocumentId } from './document.ts';
import type { SourceRange } from './position.ts';

export const STEP_TYPES = ['task', 'start', 'end', 'decision', 'approval', 'subprocess', 'wait'] as const;
export type StepType = (typeof STEP_TYPES)[number];

/** What a step does with a data object, by the strength of the act. */
export const DATA_ACCESS = ['create', 'change', 'delete', 'read'] as const;
export type DataAccess = (typeof DATA_ACCESS)[number];

/** A data object as a step names it; without `access` nothing is known but that the step uses it. */
export interface DataUse {
	readonly object: string;
	readonly access?: DataAccess;
}

/** One step of a process, in author order; every list is present, empty when nothing was written. */
export interface Step {
	readonly id: string;
	readonly name: string;
	readonly type: StepType;
	/** Key of the lane (role); '' when the step names none. */
	readonly role: string;
	readonly transaction?: string;
	readonly system?: string;
	readonly data: readonly DataUse[];
	readonly controls: readonly string[];
	readonly runbooks: readonly DocumentId[];
	readonly customisations: readonly DocumentId[];
	/** The process that a subprocess step opens. */
	readonly process?: DocumentId;
	/** JSON pointer of the step in the frontmatter. */
	readonly pointer: string;
}

export interface Lane {
	readonly key: string;
	/** In the document's language. */
	readonly label: string;
}

/** A directed connection; `implicit` when `next` was left out and the flow goes to the step below. */
export interface Flow {
	readonly from: string;
	readonly to: string;
	readonly label?: string;
	readonly implicit: boolean;
	/** JSON pointer of the target as written; of the step itself for an implicit flow. */
	readonly pointer: string;
}

/** A process as a drawing sees it. Flows may name steps that do not exist; the rules report those. */
export interface ProcessModel {
	readonly id: DocumentId;
	readonly title: string;
	readonly lanes: readonly Lane[];
	readonly steps: readonly Step[];
	readonly flows: readonly Flow[];
}

/** Where a step's shape lies in a drawing, in user units. A round mark of 18 px centred on its top right corner covers nothing. */
export interface DiagramNode {
	readonly step: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A finished static drawing. */
export interface Diagram {
	readonly svg: string;
	/** User units, equal to CSS pixels at zoom 1. */
	readonly width: number;
	readonly height: number;
	/** The steps of a process drawing, in flow order. */
	readonly nodes?: readonly DiagramNode[];
}

/** Why a mermaid fence could not be drawn; `line` is 1-based inside the fence. */
export interface DiagramFailure {
	readonly reason: 'syntax' | 'timeout' | 'crash' | 'refused';
	readonly message: string;
	readonly line?: number;
	readonly column?: number;
	readonly range?: SourceRange;
}
