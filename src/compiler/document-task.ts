import type { CompileConfig, Document, Finding, RenderedTemplate, SourceFile } from '../model/index.ts';
import { bodyUnreadable, frontmatterTooDeep, nestingTooDeep, parseDocument } from '../parse/index.ts';
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

/** Parse, check, render: one file's whole way before the graph. */
export function compileDocument(
	source: SourceFile,
	config: CompileConfig,
	render: Render | undefined,
): CompiledDocument {
	const { document: parsed, tree, findings } = parseDocument(source, config);
	const all = [...findings, ...checkDocument({ document: parsed, source, config, tree })];
	const document = {
		...parsed,
		frontmatter: plain(parsed.frontmatter) as Document['frontmatter'],
		positions: { ...parsed.positions },
	};
	return render
		? { document, findings: all, rendered: render({ document, tree }) }
		: { document, findings: all };
}

/** Maps as they are after a way between threads or from a cache: the same wherever a document was compiled. */
function plain(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(plain);
	const copy: Record<string, unknown> = {};
	for (const key of Object.keys(value)) copy[key] = plain((value as Record<string, unknown>)[key]);
	return copy;
}

const BY_STACK: ReadonlySet<string> = new Set(
	[bodyUnreadable, frontmatterTooDeep, nestingTooDeep].map(({ code }) => code),
);

/** Whether a finding may depend on how large the call stack of the thread is. */
export function isJudgedByStack({ code }: Finding): boolean {
	return BY_STACK.has(code);
}
