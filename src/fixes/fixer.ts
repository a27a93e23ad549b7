import type {
	CompileConfig,
	Document,
	DocumentGraph,
	Finding,
	Link,
	Reference,
	TextEdit,
} from '../model/index.ts';
import type { Places } from './places.ts';

/** What the fixers may know. Answers that belong to other rooms are handed in as functions. */
export interface FixContext {
	readonly graph: DocumentGraph;
	readonly config: CompileConfig;
	/** A document's text as it was checked. */
	textOf(file: string): string | undefined;
	/** Where a reference leads now. */
	resolve(from: Document, reference: Reference): Link;
	/** What a reference that leads nowhere has been moved to: a file by its old path, an id by a redirect. */
	movedTo(from: Document, reference: Reference): Moved | undefined;
	/** How `from` would write a link to `file` in the manner of a written one; the best first. */
	rewrite(from: Document, reference: Reference, file: string, oldFile?: string): readonly string[];
}

export type Moved =
	| { readonly type: 'file'; readonly file: string; readonly oldFile: string }
	| { readonly type: 'id'; readonly id: string };

/** One finding, as a fixer sees it. */
export interface FixCase {
	readonly finding: Finding;
	readonly document: Document;
	readonly text: string;
	readonly places: Places;
	readonly context: FixContext;
	/** Ids already given to documents in this round, by the path that their languages share. */
	readonly given: Map<string, string>;
}

/** The edits that mend a finding; undefined where it does not understand what is written. */
export type Fixer = (given: FixCase) => readonly TextEdit[] | undefined;

/** Replaces the text of a finding's file between two offsets. */
export function editAt({ document, places }: FixCase, start: number, end: number, newText: string): TextEdit {
	return { file: document.file, range: places.range(start, end), newText };
}
