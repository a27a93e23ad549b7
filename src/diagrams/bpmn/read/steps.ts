import type { ModdleElement } from 'bpmn-moddle';
import type { Frontmatter } from '../../../model/index.ts';
import { inFlowOrder, stepIds } from './order.ts';
import type { FlowDraft, LaneDraft, NodeDraft, ScopeDraft } from './types.ts';

export interface WrittenSteps {
	readonly steps: readonly Frontmatter[];
	readonly ids: ReadonlyMap<ModdleElement, string>;
	/** In the order of the steps. */
	readonly nodes: readonly NodeDraft[];
}

/** Steps as the frontmatter of a process writes them. */
export function writtenSteps(scope: ScopeDraft, roleOf: (lane: LaneDraft) => string): WrittenSteps {
	const nodes = inFlowOrder(scope);
	const ids = stepIds(nodes);
	const exits = Map.groupBy(scope.flows, ({ from }) => from);
	const steps = nodes.map((node): Frontmatter => {
		const { own } = node;
		const role = node.lane ? roleOf(node.lane) : '';
		return {
			id: ids.get(node.element) ?? '',
			name: node.name,
			...(role === '' ? {} : { role }),
			...(node.type === 'task' ? {} : { type: node.type }),
			...(node.process ? { process: node.process } : {}),
			...(own?.transaction ? { transaction: own.transaction } : {}),
			...(own?.system ? { system: own.system } : {}),
			...filled(
				'data',
				node.data.map((use) => (use.access ? { ...use } : use.object)),
			),
			...filled('controls', own?.controls),
			...filled('runbooks', own?.runbooks),
			...filled('customisations', own?.customisations),
			...nextOf(exits.get(node.element) ?? [], ids),
		};
	});
	return { steps, ids, nodes };
}

function nextOf(exits: readonly FlowDraft[], ids: ReadonlyMap<ModdleElement, string>): Frontmatter {
	const next = exits.flatMap(({ to, label }) => {
		const id = ids.get(to);
		return id ? [label === '' ? { to: id } : { to: id, when: label }] : [];
	});
	const [first] = next;
	if (!first) return {};
	return { next: next.length === 1 && !('when' in first) ? first.to : next };
}

function filled(key: string, list: readonly unknown[] | undefined): Frontmatter {
	return list && list.length > 0 ? { [key]: list } : {};
}
