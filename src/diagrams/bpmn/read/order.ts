import type { ModdleElement } from 'bpmn-moddle';
import { STEP_ID } from './own-facts.ts';
import type { NodeDraft, ScopeDraft } from './types.ts';

/**
 * The steps in the order in which they are worked through: reverse postorder of a depth-first walk from the
 * starts, first exits first. Files of ours have their steps in the author's order, which stays.
 */
export function inFlowOrder({ nodes, flows }: ScopeDraft): readonly NodeDraft[] {
	if (nodes.every(({ own }) => own)) return nodes;
	const byElement = new Map(nodes.map((node) => [node.element, node]));
	const exits = Map.groupBy(flows, ({ from }) => from);
	const nextOf = (element: ModdleElement): ModdleElement[] =>
		(exits.get(element) ?? []).map(({ to }) => to).toReversed();
	const seen = new Set<ModdleElement>();
	const order: NodeDraft[] = [];
	for (const { element } of nodes.filter(({ type }) => type === 'start').toReversed()) walk(element);
	return order.toReversed();

	function walk(from: ModdleElement): void {
		if (seen.has(from)) return;
		seen.add(from);
		const path = [{ element: from, next: nextOf(from) }];
		for (let top = path.at(-1); top; top = path.at(-1)) {
			const to = top.next.shift();
			if (to === undefined) {
				const node = byElement.get(top.element);
				if (node) order.push(node);
				path.pop();
			} else if (!seen.has(to)) {
				seen.add(to);
				path.push({ element: to, next: nextOf(to) });
			}
		}
	}
}

/** An id for every step: its own, else from its name where that is Latin, else by its place. */
export function stepIds(nodes: readonly NodeDraft[]): ReadonlyMap<ModdleElement, string> {
	const ids = new Map<ModdleElement, string>();
	const taken = new Set<string>();
	for (const [index, { element, own, name, type }] of nodes.entries()) {
		const wanted = own?.id ?? slugOf(name, type, index + 1);
		let id = wanted;
		for (let number = 2; taken.has(id); number++) id = `${wanted.slice(0, 58)}-${number}`;
		taken.add(id);
		ids.set(element, id);
	}
	return ids;
}

function slugOf(name: string, type: string, number: number): string {
	// A few Latin letters in a Chinese name would be a misleading id.
	if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name)) return `s-${number}`;
	const slug = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 40)
		.replace(/-+$/, '');
	return STEP_ID.test(slug) ? slug : `${type}-${number}`;
}
