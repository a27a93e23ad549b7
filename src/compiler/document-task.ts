import type { CompileConfig, Document, Finding, RenderedTemplate, SourceFile } from '../model/index.ts';
import {
	bodyUnreadable,
	type DoneElsewhere,
	frontmatterTooDeep,
	nestingTooDeep,
	parseDocument,
} from '../parse/index.ts';
import type { createRenderer } from '../render/index.ts';
import { checkDocument } from '../rules/index.ts';

/** What one source file becomes, independent of all other files: the unit of the cache. */
export interface CompiledDocument {
	readonly document: Document;
	readonly findings: readonly Finding[];
	/** Only when a site is built; checking needs no HTML. */
	readonly rendered?: RenderedTemplate;
}

export type Render = Awaited<ReturnType<typeof createRenderer>>;

/** Parse, check, render: one file's whole way before the graph. `done` is what another thread does of it. */
export function compileDocument(
	source: SourceFile,
	config: CompileConfig,
	render: Render | undefined,
	done?: DoneElsewhere,
): CompiledDocument {
	const { document, tree, findings } = parseDocument(source, config, done);
	const all = [...findings, ...checkDocument({ document, source, config, tree })];
	return render
		? { document, findings: all, rendered: render({ document, tree }) }
		: { document, findings: all };
}

const BY_STACK: ReadonlySet<string> = new Set(
	[bodyUnreadable, frontmatterTooDeep, nestingTooDeep].map(({ code }) => code),
);

/** Whether a finding may depend on how large the call stack of the thread is. */
export function isJudgedByStack({ code }: Finding): boolean {
	return BY_STACK.has(code);
}
