import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Flow, ProcessModel, Step } from '../../../src/model/index.ts';
import { reachableFrom } from '../../../src/rules/processes/flow.ts';
import { cyclesIn } from '../../../src/rules/set/hierarchy-cycle.ts';
import { documentOf } from '../graph/documents.ts';

function processOf(ids: readonly string[], pairs: readonly (readonly [string, string])[]): ProcessModel {
	const steps = ids.map(
		(id): Step => ({
			id,
			name: id,
			type: 'task',
			role: '',
			data: [],
			controls: [],
			runbooks: [],
			customisations: [],
			pointer: '',
		}),
	);
	const flows = pairs.map(([from, to]): Flow => ({ from, to, implicit: false, pointer: '' }));
	return { id: 'PR-A-001', title: '', lanes: [], steps, flows };
}

/** Naive oracle: extend the set until nothing changes. */
function closure(model: ProcessModel, starts: readonly string[]): Set<string> {
	const known = new Set(model.steps.map((step) => step.id));
	const reached = new Set(starts.filter((id) => known.has(id)));
	for (let size = -1; size !== reached.size; ) {
		size = reached.size;
		for (const { from, to } of model.flows) if (reached.has(from) && known.has(to)) reached.add(to);
	}
	return reached;
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'gone');

test('reachability agrees with a naive closure, also with flows to steps that do not exist', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(id, id), { maxLength: 14 }),
			fc.array(id, { maxLength: 2 }),
			(pairs, starts) => {
				const model = processOf(['a', 'b', 'c', 'd', 'e', 'f'], pairs);
				expect([...reachableFrom(model, starts)].sort()).toEqual([...closure(model, starts)].sort());
			},
		),
	);
});

test('every circle of parents is found once, and nothing else', () => {
	const ids = ['PR-A', 'PR-B', 'PR-C', 'PR-D', 'PR-E', 'PR-F'];
	const parents = fc.array(fc.option(fc.constantFrom(...ids, 'PR-GONE')), { minLength: 6, maxLength: 6 });
	fc.assert(
		fc.property(parents, (given) => {
			const parentOf = new Map(ids.map((each, index) => [each, given[index] ?? undefined]));
			const byId = new Map(
				ids.map((each) => {
					const frontmatter = { parent: parentOf.get(each) };
					return [
						each,
						new Map([['en', documentOf({ file: `${each}.md`, id: each, kind: 'process', frontmatter })]]),
					];
				}),
			);
			const inCycle = ids.filter((start) => {
				let at = parentOf.get(start);
				for (let step = 0; step < ids.length && at !== undefined && at !== start; step++)
					at = parentOf.get(at);
				return at === start;
			});
			const cycles = cyclesIn({ byId });
			expect(cycles.flat().sort()).toEqual(inCycle);
			for (const cycle of cycles) expect(parentOf.get(cycle.at(-1) ?? '')).toBe(cycle[0]);
		}),
	);
});
