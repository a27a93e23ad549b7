import type { CompileConfig } from './config.ts';
import type { DiagnosticDefinition, Finding } from './diagnostic.ts';
import type { Document } from './document.ts';
import type { DocumentGraph } from './graph.ts';
import type { AssetFile, SourceFile } from './source.ts';

/** A small project that shows a rule: path → text. A bad one names where the finding must stand. */
export interface RuleExample {
	readonly files: Readonly<Record<string, string>>;
	/** `file:line:column` of the finding; bad examples only. */
	readonly at?: string;
}

export interface RuleExamples {
	readonly good: readonly RuleExample[];
	readonly bad: readonly RuleExample[];
}

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
