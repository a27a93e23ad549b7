import type { DocumentId } from './document.ts';
import type { SourceRange } from './position.ts';

export const STEP_TYPES = ['task', 'start', 'end', 'decision', 'approval', 'subprocess', 'wait'] as const;
export type StepType = (typeof STEP_TYPES)[number];

/** One step of a process, in author order; every list is present, empty when nothing was written. */
export interface Step {
	readonly id: string;
	readonly name: string;
	readonly type: StepType;
	/** Key of the lane (role); '' when the step names none. */
	readonly role: string;
	readonly transaction?: string;
	readonly system?: string;
	readonly data: readonly string[];
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

/** A finished static drawing. */
export interface Diagram {
	readonly svg: string;
	/** User units, equal to CSS pixels at zoom 1. */
	readonly width: number;
	readonly height: number;
}

/** Why a mermaid fence could not be drawn; `line` is 1-based inside the fence. */
export interface DiagramFailure {
	readonly reason: 'syntax' | 'timeout' | 'crash' | 'refused';
	readonly message: string;
	readonly line?: number;
	readonly column?: number;
	readonly range?: SourceRange;
}
