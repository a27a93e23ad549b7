import type { DocumentId } from './document.ts';

/** Lines of a text, from 1, both included. */
export interface LineSpan {
	readonly first: number;
	readonly last: number;
}

/** A file that differs between two states of a repository. Paths are relative to its root, `/` separators. */
export interface FileChange {
	readonly path: string;
	/** Only of a file that was renamed. */
	readonly oldPath?: string;
	readonly status: 'added' | 'modified' | 'deleted' | 'renamed' | 'untracked';
	/** Changed lines as the file stands now; empty for a deleted or binary file and for one that was only renamed. */
	readonly lines: readonly LineSpan[];
	/** Changed lines of the file as it stood before. */
	readonly oldLines: readonly LineSpan[];
	/** The content differs, in more than blank lines. */
	readonly content: boolean;
}

/** A commit that says why a note needs no change: its trailer `Docs-Waiver: <id> <reason>`. */
export interface Waiver {
	/** Short hash. */
	readonly commit: string;
	/** First line of its message. */
	readonly subject: string;
	/** The trailer's name where it is misspelt: then it waives nothing. */
	readonly misspelt?: string;
	/** As written; '' when the trailer is empty. */
	readonly id: DocumentId;
	/** '' when none is given. */
	readonly reason: string;
}

/** Everything that differs from a revision: commits since they parted, staged, unstaged and new files. */
export interface ChangeSet {
	/** As asked for. */
	readonly revision: string;
	/** The commit that the state is compared with. */
	readonly base: string;
	/** The commit whose state it is; undefined for the working tree. */
	readonly until?: string;
	/** Absolute path of the repository's root. */
	readonly top: string;
	/** Path of the knowledge base below it: '' or `kb/`. */
	readonly prefix: string;
	/** Names by which a `repo` field may call this repository: its addresses, and the last parts of those. */
	readonly names: readonly string[];
	readonly files: readonly FileChange[];
	readonly waivers: readonly Waiver[];
	readonly commits: number;
}

/** The text of a file of the repository in its two states; undefined where it does not exist or is no text. */
export interface ChangeTexts {
	now(path: string): string | undefined;
	before(path: string): string | undefined;
}

/** A place in code that a dev-note covers and that changed. */
export interface TouchedCode {
	readonly id: DocumentId;
	/** JSON pointer of the entry in the note's frontmatter. */
	readonly pointer: string;
	readonly change: FileChange;
	/** The changed lines of it, as the file stands now. */
	readonly lines: readonly LineSpan[];
	/** Symbol, region or object that narrows the file. */
	readonly part?: string;
}

/** What a gate looked at, for the line that says so. */
export interface GateScope {
	readonly revision: string;
	readonly base: string;
	readonly files: number;
	readonly documents: number;
	/** Documents that can be affected by those that changed, themselves left out. */
	readonly affected: number;
	/** Changed files that a note covers. */
	readonly code: number;
	readonly notes: number;
	/** Notes whose code is in repositories that this one is not, by the repository's name. */
	readonly elsewhere: readonly { readonly repo: string; readonly notes: readonly DocumentId[] }[];
	readonly waived: readonly { readonly id: DocumentId; readonly reason: string; readonly commit: string }[];
	/** Everything was looked at because the settings changed. */
	readonly whole: boolean;
}
