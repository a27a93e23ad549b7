import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, listOf, ownElement, propertyOf, textOf } from './access.ts';
import type { Ledger } from './notes.ts';
import type { LaneDraft } from './types.ts';

export interface Lanes {
	readonly lanes: readonly LaneDraft[];
	readonly laneOf: ReadonlyMap<ModdleElement, LaneDraft>;
}

/**
 * The lanes of a process: the innermost ones, as a step belongs to one role. A process without lanes has its
 * pool for one, where the pool is one of several and thus somebody; a lane without a name has the name of its pool.
 */
export function lanesOf(process: ModdleElement, pool: ModdleElement | undefined, ledger: Ledger): Lanes {
	const lanes: LaneDraft[] = [];
	const laneOf = new Map<ModdleElement, LaneDraft>();
	const poolName = pool ? textOf(pool, 'name') : '';
	const visit = (element: ModdleElement, outer: readonly string[]): void => {
		const inner = elementOf(element, 'childLaneSet');
		const name = textOf(element, 'name');
		ledger.carry(element);
		if (inner) {
			ledger.note('nested-lane', element);
			ledger.carry(inner);
			for (const lane of listOf(inner, 'lanes')) visit(lane, [...outer, name]);
		}
		const nodes = listOf(element, 'flowNodeRef').filter((node) => !inner || !laneOf.has(node));
		if (inner && nodes.length === 0) return;
		const own = ownElement(element, 'Lane');
		const role = own ? propertyOf(own, 'role') : undefined;
		const lane = {
			element,
			name: name || (outer.findLast((each) => each !== '') ?? poolName),
			...(typeof role === 'string' ? { role } : {}),
		};
		lanes.push(lane);
		for (const node of nodes) {
			if (laneOf.has(node)) ledger.note('several-lanes', node, lane.name);
			else laneOf.set(node, lane);
		}
	};
	for (const set of listOf(process, 'laneSets')) for (const lane of listOf(set, 'lanes')) visit(lane, []);
	const isOneOfSeveral = pool?.$parent !== undefined && listOf(pool.$parent, 'participants').length > 1;
	if (lanes.length > 0 || !pool || !isOneOfSeveral || poolName === '') return { lanes, laneOf };
	const lane = { element: pool, name: poolName };
	for (const node of listOf(process, 'flowElements')) laneOf.set(node, lane);
	return { lanes: [lane], laneOf };
}
