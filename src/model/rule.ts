import type { CompileConfig } from './config.ts';
import type { DiagnosticDefinition, Finding } from './diagnostic.ts';
import type { Document } from './document.ts';
import type { DocumentGraph } from './graph.ts';
import type { Twin } from './similarity.ts';
import type { AssetFile, SourceFile } from './source.ts';

/** A small project that shows a code: path → text. A bad one names where the finding must stand. */
export interface RuleExample {
	readonly files: Readonly<Record<string, string>>;
	/** `file:line:column` of the finding; bad examples only. */
	readonly at?: string;
	/** What the text does not show of a file. */
	readonly disk?: Readonly<Record<string, DiskFact>>;
	/** `files` are what a commit leaves behind; for what `check --since` compares. */
	readonly commit?: ExampleCommit;
	/** What befalls the check, where no text brings it about for certain. */
	readonly event?: ExampleEvent;
}

export type DiskFact =
	| { readonly type: 'encoding'; readonly name: 'gb18030' }
	/** Filled up to this size. */
	| { readonly type: 'size'; readonly kilobytes: number }
	| { readonly type: 'link'; readonly to: string }
	| { readonly type: 'unreadable' };

export interface ExampleCommit {
	/** The files that were otherwise before it: path → text. */
	readonly before: Readonly<Record<string, string>>;
	readonly message: string;
}

export type ExampleEvent =
	| 'slow-document'
	| 'failed-document'
	| 'slow-diagram'
	| 'failed-diagram'
	| 'failed-parser';

export interface RuleExamples {
	readonly good: readonly RuleExample[];
	readonly bad: readonly RuleExample[];
}

/** Examples of the codes of a room that are no rules. */
export type ExamplesByCode = Readonly<Record<string, RuleExamples>>;

/** What a rule says; code, defaults and file are filled in by the runner. */
export type Report = Omit<Finding, 'code' | 'file'> & { readonly file?: string };

export interface DocumentRuleContext {
	readonly document: Document;
	readonly source: SourceFile;
	readonly config: CompileConfig;
	/** The mdast root; typed as unknown here because the model imports nothing. */
	readonly tree: unknown;
	report(report: Report): void;
}

export interface GraphRuleContext {
	readonly graph: DocumentGraph;
	readonly config: CompileConfig;
	readonly assets: ReadonlyMap<string, AssetFile>;
	/** The day that due dates are judged by, YYYY-MM-DD. */
	readonly asOf: string;
	/** Whether the repository has a text file at a path (`./x`, `../x`) as a document writes it. */
	readonly isFile?: (path: string, from: string) => boolean;
	/** Where only some files are asked about: what is costly to find may be left out for all others. */
	readonly isAsked?: (file: string) => boolean;
	/** What another thread has found of the documents of the graph that are compared with each other, in their order. */
	readonly twins?: readonly (Twin | undefined)[];
	report(report: Report & { readonly file: string }): void;
}

interface RuleBase extends DiagnosticDefinition {
	readonly examples: RuleExamples;
}

/** Sees one document, in a worker; its findings are cached with the document. */
export interface DocumentRule extends RuleBase {
	readonly scope: 'document';
	check(context: DocumentRuleContext): void;
}

/** Sees the whole set. */
export interface GraphRule extends RuleBase {
	readonly scope: 'graph';
	check(context: GraphRuleContext): void;
}

export type Rule = DocumentRule | GraphRule;

export function defineRule<const R extends Rule>(rule: R): R {
	return rule;
}
