import { processModelOf } from '../../../schemas/process-model.ts';
import type { CompileConfig, Document, DocumentRuleContext, Flow, ProcessModel } from '../../model/index.ts';

/** The last answer of {@link processOf}: the rules ask about one document after the other. */
let last:
	| { readonly document: Document; readonly config: CompileConfig; readonly model: ProcessModel }
	| undefined;

/** The process that a document describes; undefined for other kinds and for processes without steps. */
export function processOf({
	document,
	config,
}: Pick<DocumentRuleContext, 'document' | 'config'>): ProcessModel | undefined {
	if (document.kind !== 'process') return undefined;
	if (last?.document !== document || last.config !== config) {
		last = { document, config, model: processModelOf(document.frontmatter, document.lang, config) };
	}
	return last.model.steps.length > 0 ? last.model : undefined;
}

/**
 * Whether all is known of how the steps lead on. What is wrong with a step's type or ways is told at its place; what
 * would follow from its absence is not.
 */
export function isFlowKnown({ schemaIssues }: Document): boolean {
	return !schemaIssues.some(
		({ type, pointer, key }) =>
			type !== 'unknown-term' &&
			/^\/steps(?:\/|$)/.test(pointer) &&
			(type === 'unknown-key' || FLOW_KEYS.has(key) || /^\d*$/.test(key)),
	);
}

const FLOW_KEYS: ReadonlySet<string> = new Set(['steps', 'id', 'type', 'next', 'to', 'when']);

/** The flows that leave each step, by step id. */
export function exitsOf(model: ProcessModel): ReadonlyMap<string, readonly Flow[]> {
	const exits = new Map<string, Flow[]>(model.steps.map((step) => [step.id, []]));
	for (const flow of model.flows) exits.get(flow.from)?.push(flow);
	return exits;
}

/** Ids of the steps that can be reached from any of `starts`, those included. */
export function reachableFrom(model: ProcessModel, starts: readonly string[]): ReadonlySet<string> {
	const exits = exitsOf(model);
	const reached = new Set<string>();
	const waiting = starts.filter((id) => exits.has(id));
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		if (reached.has(id)) continue;
		reached.add(id);
		for (const { to } of exits.get(id) ?? []) if (exits.has(to)) waiting.push(to);
	}
	return reached;
}
