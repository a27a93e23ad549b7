import type { LanguageTag } from './language.ts';
import type { SourceRange } from './position.ts';
import type { Suppression } from './suppression.ts';

export const DOCUMENT_KINDS = ['process', 'system-log', 'dev-note', 'runbook', 'page'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** `RB-INV-0042` for the four kinds; for pages `page:` and the path of the file without language and ending. */
export type DocumentId = string;

/** `${id}@${lang}`: one document in one language. */
export type DocumentKey = string;

export function documentKey(id: DocumentId, lang: LanguageTag): DocumentKey {
	return `${id}@${lang}`;
}

/**
 * Frontmatter after validation: plain data. Unknown keys and invalid values are taken out (each is a
 * {@link SchemaIssue}), so that one typing error never hides the rest; a required key may thus be absent.
 * Typed views per kind come from `schemas/`.
 */
export type Frontmatter = Readonly<Record<string, unknown>>;

/** One way in which frontmatter departs from its schema. The rules turn these into findings. */
export interface SchemaIssue {
	readonly type: 'missing' | 'unknown-key' | 'wrong-type' | 'not-allowed' | 'format' | 'unknown-term';
	/** JSON pointer of the value, of the key for `unknown-key`, of the parent for `missing`. */
	readonly pointer: string;
	/** The key that is missing or unknown, else the last key of the pointer. */
	readonly key: string;
	/** What was written, shortened for display; '' when missing. */
	readonly received: string;
	/** What is expected, language-free: `YYYY-MM-DD`, `number 1–5`, `S1 | S2 | S3 | S4`. */
	readonly expected: string;
	/** Allowed values or known keys, for the nearest valid value. */
	readonly candidates: readonly string[];
	/** The key or value whose name in one of the interface languages was written instead of it. */
	readonly meant?: string;
	/** `unknown-term`: the vocabulary of mainstay.yaml that lacks it. */
	readonly vocabulary?: 'modules' | 'systems' | 'roles';
}

/** Where keys and values of the frontmatter stand, by JSON pointer (`/steps/3/next`); '' is the whole block. */
export type FrontmatterPositions = Readonly<
	Record<string, { readonly key?: SourceRange; readonly value: SourceRange }>
>;

export interface Heading {
	readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
	readonly text: string;
	/** The element id in the page, unique within the document. */
	readonly id: string;
	/** Written as `{#id}` rather than derived from the text. */
	readonly explicit: boolean;
	readonly range: SourceRange;
}

export type ReferenceType = 'link' | 'image' | 'frontmatter' | 'diagram';

/** A mention of something else, as written; resolving it is the graph's work. */
export interface Reference {
	readonly type: ReferenceType;
	/** As written: `../a.md#x`, `kb:RB-INV-0042`, `https://…`, or the id in a frontmatter field. */
	readonly target: string;
	/** Of the target itself where the parser knows it, else of the whole node. */
	readonly range: SourceRange;
	/** Field that holds it (`parent`, `runbooks`, `related`…), for frontmatter references. */
	readonly relation?: string;
	/** JSON pointer of the value, for frontmatter references. */
	readonly pointer?: string;
	/** The kind that the field expects, where it expects one. */
	readonly expects?: DocumentKind;
	/** The visible text of a link or the alternative text of an image. */
	readonly text?: string;
}

/** One `::::step` of a runbook. */
export interface ProcedureStep {
	readonly id: string;
	readonly title: string;
	readonly risk: 'read-only' | 'reversible' | 'destructive';
	readonly minutes?: number;
	readonly hasExpect: boolean;
	readonly hasRollback: boolean;
	/** One of its attributes means nothing, so that what it says may not be what was meant. */
	readonly isUnclear?: true;
	/** It says nothing or has no end, or its expected result or way back says nothing or stands behind it: what it lacks is not known. */
	readonly unknownParts?: true;
	readonly range: SourceRange;
}

/** A fenced code block. `contentLine` is the line of its first line of content. */
export interface Fence {
	readonly lang: string;
	readonly meta: string;
	readonly value: string;
	readonly range: SourceRange;
	readonly contentLine: number;
	/** Column at which the content starts, for fences inside lists and quotes. */
	readonly contentColumn: number;
	/** Set on a diagram without a closing line of its own, which is a finding: more than it may stand in it. */
	readonly unclosed?: true;
}

/** The plain text under one heading, for search and excerpts. */
export interface TextSection {
	/** '' for the text before the first heading. */
	readonly anchor: string;
	readonly heading: string;
	readonly text: string;
}

/** A raw HTML node of the body, with what the sanitiser would take away from it. */
export interface RawHtml {
	readonly range: SourceRange;
	readonly dropped: readonly string[];
}

/** What the checks and the graph need to know of one document; everything but its tree and its HTML. */
export interface Document {
	readonly id: DocumentId;
	readonly kind: DocumentKind;
	readonly lang: LanguageTag;
	/** Path relative to the project root. */
	readonly file: string;
	/** Path relative to its documents folder. */
	readonly docPath: string;
	/** SHA-256 of the file's bytes. */
	readonly hash: string;
	readonly title: string;
	/** Where the title came from; `file-name` is a last resort and a warning. */
	readonly titleFrom: 'frontmatter' | 'heading' | 'file-name';
	readonly summary: string;
	readonly frontmatter: Frontmatter;
	readonly schemaIssues: readonly SchemaIssue[];
	readonly positions: FrontmatterPositions;
	readonly headings: readonly Heading[];
	/** Every id in the page that a link can point at: headings, steps, footnotes. */
	readonly anchors: readonly string[];
	readonly references: readonly Reference[];
	readonly procedure: readonly ProcedureStep[];
	readonly fences: readonly Fence[];
	/** Set where no fence is a diagram or names anything beside its language: who looks for those need not read any. */
	readonly plainFences?: true;
	readonly sections: readonly TextSection[];
	readonly rawHtml: readonly RawHtml[];
	/** For finding texts that are alike, see `signatureOf`; short texts have none. */
	readonly signature?: ArrayLike<number>;
	/** Findings that the writer answers for; left out where there are none. */
	readonly suppressions?: readonly Suppression[];
	/**
	 * Set where a part of the file could not be read, which is a finding by itself: what seems to be missing may
	 * stand there. `ids` are those that its text names as its own.
	 */
	readonly unread?: { readonly ids: readonly string[] };
	/** Set for an `.mdx` file that mainstay.yaml trusts: the site compiles it as code. */
	readonly trustedMdx?: true;
	readonly lastChanged?: string;
}
