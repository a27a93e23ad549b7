import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutProcess, type Orientation } from '../../../src/diagrams/index.ts';
import type { ProcessModel } from '../../../src/model/index.ts';
import { crossingsOf, faultsOf } from './layout-faults.ts';
import { meetingsOf, naiveEdges } from './layout-naive.ts';
import { LAYOUT_RUNS, LAYOUT_SEED, LAYOUT_TIMEOUT } from './layout-runs.ts';
import { processes } from './process-models.ts';

const ORIENTATIONS: readonly Orientation[] = ['rows', 'columns'];
const LARGE = { steps: 150, lanes: 12 };

/** Runs a check on random processes. */
function forAny(
	limits: { readonly steps: number; readonly lanes: number },
	runs: number,
	check: (process: ProcessModel) => void,
): void {
	fc.assert(fc.property(processes(limits), check), {
		numRuns: runs * LAYOUT_RUNS,
		seed: LAYOUT_SEED,
		endOnFailure: true,
	});
}

describe.each(ORIENTATIONS)('any process with lanes as %s', (orientation) => {
	it.each([
		{ steps: 25, lanes: 5, runs: 40 },
		{ ...LARGE, runs: 2 },
	])(
		'keeps every promise with up to $steps steps',
		({ runs, ...limits }) => {
			forAny(limits, runs, (process) => {
				expect(faultsOf(layoutProcess(process, { orientation }))).toEqual([]);
			});
		},
		LAYOUT_TIMEOUT,
	);

	it.each([
		{ steps: 20, lanes: 5, runs: 20 },
		{ ...LARGE, runs: 1 },
	])(
		'keeps them with the data objects of up to $steps steps',
		({ runs, ...limits }) => {
			forAny(limits, runs, (process) => {
				const layout = layoutProcess(process, { orientation, dataObjects: true });
				expect(faultsOf(layout)).toEqual([]);
				expect(layout.data).toHaveLength(process.steps.reduce((sum, { data }) => sum + data.length, 0));
			});
		},
		LAYOUT_TIMEOUT,
	);

	it('draws every flow between steps that exist, and names every one that has a label', () => {
		forAny({ steps: 15, lanes: 4 }, 20, (process) => {
			const { edges } = layoutProcess(process, { orientation });
			expect(edges.flatMap(({ flows }) => flows).toSorted((a, b) => a - b)).toEqual([
				...process.flows.keys(),
			]);
			for (const { flows, label } of edges) {
				expect(label !== undefined).toBe(flows.some((flow) => process.flows[flow]?.label !== undefined));
			}
		});
	});

	it(
		'lets far fewer lines cross than straight routing would, and never more of them',
		() => {
			let ours = 0;
			let naive = 0;
			let places = 0;
			let naivePlaces = 0;
			forAny({ steps: 25, lanes: 5 }, 30, (process) => {
				const { edges, ...layout } = layoutProcess(process, { orientation });
				const straight = naiveEdges({ ...layout, edges });
				expect(meetingsOf(edges)).toBeLessThanOrEqual(meetingsOf(straight));
				ours += meetingsOf(edges);
				naive += meetingsOf(straight);
				places += crossingsOf({ edges });
				naivePlaces += crossingsOf({ edges: straight });
			});
			expect(ours).toBeLessThan(naive * 0.3);
			expect(places).toBeLessThan(naivePlaces * 0.7);
		},
		LAYOUT_TIMEOUT,
	);

	it('lets every exit of a decision leave on a side of its own, where it has sides for all', () => {
		forAny({ steps: 20, lanes: 5 }, 20, (process) => {
			const { nodes, edges } = layoutProcess(process, { orientation });
			for (const [index, { shape, step }] of nodes.entries()) {
				const exits = edges.filter(({ from }) => from === index);
				if (shape !== 'diamond' || exits.length > 3) continue;
				const places = new Set(exits.map(({ points: [start] }) => `${start?.x} ${start?.y}`));
				expect(`${step.id}: ${places.size}`).toBe(`${step.id}: ${exits.length}`);
			}
		});
	});

	it('gives the same layout for the same process', () => {
		forAny({ steps: 20, lanes: 4 }, 10, (process) => {
			const again = structuredClone(process);
			const options = { orientation, dataObjects: true };
			expect(layoutProcess(again, options)).toEqual(layoutProcess(process, options));
		});
	});
});
