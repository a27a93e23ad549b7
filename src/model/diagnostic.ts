import type { WrittenLocale } from './language.ts';
import type { SourceRange } from './position.ts';

/** `off` exists only in configuration: a finding that exists has one of the other three. */
export type Severity = 'error' | 'warning' | 'hint';

/** A nearest valid value for what was written, best first. */
export interface Suggestion {
	readonly value: string;
	/** Why this one, for instance the title of the document an id belongs to. */
	readonly note?: string;
}

/** Replace `range` of `file` by `newText`. */
export interface TextEdit {
	readonly file: string;
	readonly range: SourceRange;
	readonly newText: string;
}

export interface RelatedPlace {
	readonly file: string;
	readonly range: SourceRange;
	readonly message: string;
}

export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * What a room reports: language-free, so that it can be cached and replayed in any language.
 * `file` is relative to the root with `/` separators; '' stands for the project itself.
 */
export interface Finding {
	readonly code: string;
	readonly file: string;
	readonly range: SourceRange;
	readonly params: MessageParams;
	/**
	 * The severity with which a site is still built, where this place deserves a milder one than the code's
	 * own. `check` takes the code's own; mainstay.yaml has the last word in both.
	 */
	readonly buildSeverity?: Severity;
	readonly suggestions?: readonly Suggestion[];
	readonly related?: readonly RelatedPlace[];
	readonly fix?: readonly TextEdit[];
}

/** What a reporter receives: a finding with its catalogue entry applied. */
export interface Diagnostic {
	readonly code: string;
	readonly rule: string;
	readonly severity: Severity;
	readonly message: string;
	readonly file: string;
	readonly range: SourceRange;
	readonly related: readonly RelatedPlace[];
	readonly suggestions: readonly Suggestion[];
	readonly fix?: readonly TextEdit[];
	readonly docsUrl: string;
}

/** Written in two languages; readers of a third get it by `wordsIn`. */
export type Bilingual<T> = Readonly<Record<WrittenLocale, T>>;

/** The permanent description of one code. Codes are never reused or renumbered. */
export interface DiagnosticDefinition {
	/** `MS` and three digits; bands: 1xx frontmatter, 2xx links, 3xx diagrams and processes, 4xx kind structure, 5xx graph, 6xx safety, 9xx configuration. */
	readonly code: `MS${number}`;
	/** Kebab-case name, used in `rules:` of mainstay.yaml. */
	readonly rule: string;
	readonly severity: Severity;
	readonly title: Bilingual<string>;
	/** What is wrong, then the next step, in one or two sentences. */
	readonly message: Bilingual<(params: MessageParams) => string>;
	/** Why it matters; shown by `explain`. */
	readonly why: Bilingual<string>;
	/** How to mend it; shown by `explain`. */
	readonly mend: Bilingual<string>;
	/** Cannot be lowered or switched off in mainstay.yaml: publishing would lose or leak something. */
	readonly fixed?: boolean;
}

/** Identity function that checks a definition's shape at the place where it is written. */
export function defineDiagnostic<const D extends DiagnosticDefinition>(definition: D): D {
	return definition;
}
