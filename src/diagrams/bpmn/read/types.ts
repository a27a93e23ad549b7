import type { ModdleElement } from 'bpmn-moddle';
import type { DataUse, DocumentId, Frontmatter, LanguageTag, StepType } from '../../../model/index.ts';

/**
 * What became of an element that a process document has no place for. `lost`: it is not in the document.
 * `changed`: it is there in another form. `open`: the document holds a placeholder that somebody must replace.
 */
export type NoteWeight = 'lost' | 'changed' | 'open';

export const NOTE_WEIGHTS = {
	'no-place': 'lost',
	extension: 'lost',
	'broken-reference': 'lost',
	'bad-own-fact': 'lost',
	'unknown-reference': 'lost',
	'black-box-pool': 'lost',
	'data-without-step': 'changed',
	'event-kind': 'changed',
	'task-kind': 'changed',
	'gateway-kind': 'changed',
	'gateway-dropped': 'changed',
	'gateway-one-exit': 'changed',
	'loop-marker': 'lost',
	'throw-event': 'changed',
	'link-event': 'changed',
	'boundary-event': 'changed',
	'boundary-without-exit': 'lost',
	condition: 'changed',
	'call-without-target': 'changed',
	'subprocess-document': 'changed',
	'subprocess-empty': 'changed',
	'event-subprocess': 'changed',
	'message-flow': 'changed',
	'nested-lane': 'changed',
	'several-lanes': 'changed',
	'annotation-moved': 'changed',
	'start-added': 'open',
	'end-added': 'open',
	unnamed: 'open',
	'exit-unlabelled': 'open',
	'role-unknown': 'open',
	'data-unknown': 'open',
	'owner-placeholder': 'open',
	'parent-placeholder': 'open',
	'summary-placeholder': 'open',
} as const satisfies Record<string, NoteWeight>;

export type NoteReason = keyof typeof NOTE_WEIGHTS;

/** One thing of a BPMN file that did not go over as it was. No texts: whoever shows it has them. */
export interface ImportNote {
	readonly reason: NoteReason;
	/** `boundaryEvent`, `userTask`… */
	readonly element: string;
	readonly id: string;
	readonly name: string;
	/** What else there is to say: the key of a role, the id of a document, a kind of event. */
	readonly detail?: string;
}

/** The document's own facts of a step, from a file that Mainstay wrote. */
export interface OwnStep {
	readonly id?: string;
	readonly type?: StepType;
	readonly transaction?: string;
	readonly system?: string;
	readonly process?: DocumentId;
	readonly data: readonly DataUse[];
	readonly controls: readonly string[];
	readonly runbooks: readonly string[];
	readonly customisations: readonly string[];
}

export interface LaneDraft {
	readonly element: ModdleElement;
	readonly name: string;
	/** The role that a file of ours names. */
	readonly role?: string;
}

/** A node on its way to a step. `through` nodes only pass flows on and vanish; `boundary` ones hang on `host`. */
export interface NodeDraft {
	readonly element: ModdleElement;
	readonly type: StepType | 'through' | 'boundary';
	readonly name: string;
	readonly lane?: LaneDraft;
	readonly own?: OwnStep;
	readonly data: readonly DataUse[];
	/** Documentation and annotations, for the step's own section. */
	readonly texts: readonly string[];
	readonly host?: ModdleElement;
	/** Its exits are named after what follows. */
	readonly byEvent?: boolean;
	readonly process?: DocumentId;
}

export interface FlowDraft {
	readonly from: ModdleElement;
	readonly to: ModdleElement;
	readonly label: string;
	readonly isDefault: boolean;
	/** Leaves by an event at the border of its step: the step itself may end here all the same. */
	readonly aside?: boolean;
}

/** The nodes and flows of a process or of the inside of a subprocess. */
export interface ScopeDraft {
	readonly nodes: readonly NodeDraft[];
	readonly flows: readonly FlowDraft[];
	readonly lanes: readonly LaneDraft[];
	/** Texts of the process itself: its documentation and annotations that hang on nothing. */
	readonly texts: readonly string[];
	readonly inputs: readonly string[];
	readonly outputs: readonly string[];
}

/** One document that a file becomes. */
export interface ImportedDocument {
	readonly id: DocumentId;
	readonly title: string;
	readonly lang: LanguageTag;
	readonly frontmatter: Frontmatter;
	/** The whole file. */
	readonly markdown: string;
}
