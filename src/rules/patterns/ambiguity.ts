import type { Automaton } from './automaton.ts';
import { componentsOf } from './components.ts';

/** Two repetitions that can share one text in many ways: the second may take over at any of its turns. */
export interface Hop {
	readonly from: number;
	readonly to: number;
	/** Component numbers of the two repetitions; a hop leads to a lower one. */
	readonly source: number;
	readonly target: number;
	/** Letters of the shortest text that repeats. */
	readonly length: number;
}

export type Ambiguity =
	| { readonly type: 'exponential'; readonly state: number }
	| { readonly type: 'polynomial'; readonly hops: readonly Hop[]; readonly reaches: Reaches }
	| { readonly type: 'too-large' };

/** Whether one component leads to another. */
export type Reaches = (source: number, target: number) => boolean;

/** Pairs and triples of states looked at before the analysis gives up. */
const WORK_LIMIT = 2_000_000;

/**
 * In how many ways a pattern can try the same text, by the criteria of Weber and Seidl, "On the degree of
 * ambiguity of finite automata", 1991: exponentially many when a state leads back to itself on one text
 * in two ways, polynomially many along chains of {@link Hop}s.
 */
export function ambiguityOf(automaton: Automaton): Ambiguity {
	const { states, edges } = automaton;
	const component = componentsOf(states.length, (state) => edges[state]?.keys() ?? []);
	const budget = { left: WORK_LIMIT };
	const looping = states
		.map((_, state) => state)
		.filter((state) => [...(edges[state]?.keys() ?? [])].some((to) => component[to] === component[state]));

	const doubled = exponentialState(automaton, component, looping, budget);
	if (doubled !== undefined) return { type: 'exponential', state: doubled };
	const reaches = reachability(automaton, component);
	const hops = findHops(automaton, component, looping, reaches, budget);
	return budget.left < 0 ? { type: 'too-large' } : { type: 'polynomial', hops, reaches };
}

interface Budget {
	left: number;
}

function exponentialState(
	{ states, edges }: Automaton,
	component: readonly number[],
	looping: readonly number[],
	budget: Budget,
): number | undefined {
	const inside = (state: number): [number, number][] =>
		[...(edges[state] ?? [])].filter(([to]) => component[to] === component[state]);
	for (const state of looping) if (inside(state).some(([, ways]) => ways > 1)) return state;

	const size = states.length;
	const pairs = componentsOf(size * size, function* (pair): Generator<number> {
		const a = Math.floor(pair / size);
		const b = pair % size;
		if (component[a] !== component[b]) return;
		for (const [nextA] of inside(a)) {
			for (const [nextB] of inside(b)) {
				if (budget.left-- < 0) return;
				if (share(states, nextA, nextB)) yield nextA * size + nextB;
			}
		}
	});
	const alone = new Set(looping.map((state) => pairs[state * size + state]));
	for (const a of looping) {
		for (const b of looping) {
			if (a !== b && component[a] === component[b] && alone.has(pairs[a * size + b])) return a;
		}
	}
	return undefined;
}

function share(states: Automaton['states'], ...members: readonly number[]): boolean {
	return members.map((state) => states[state]?.letters ?? 0n).reduce((a, b) => a & b) !== 0n;
}

/** Follows component numbers downwards, which is the direction of edges between components. */
function reachability({ edges }: Automaton, component: readonly number[]): Reaches {
	const direct = new Map<number, Set<number>>();
	for (const [state, targets] of edges.entries()) {
		const source = component[state] ?? 0;
		const known = direct.get(source) ?? new Set([source]);
		for (const target of targets.keys()) known.add(component[target] ?? 0);
		direct.set(source, known);
	}
	const closed = new Map<number, Set<number>>();
	for (const source of [...direct.keys()].sort((a, b) => a - b)) {
		const all = new Set([source]);
		for (const target of direct.get(source) ?? []) for (const far of closed.get(target) ?? []) all.add(far);
		closed.set(source, all);
	}
	return (source, target) => closed.get(source)?.has(target) ?? false;
}

function findHops(
	automaton: Automaton,
	component: readonly number[],
	looping: readonly number[],
	reaches: Reaches,
	budget: Budget,
): Hop[] {
	const shortest = new Map<string, Hop>();
	for (const from of looping) {
		for (const to of looping) {
			const source = component[from] ?? 0;
			const target = component[to] ?? 0;
			if (source === target || !reaches(source, target)) continue;
			const length = shortestSharedText(automaton, component, from, to, budget);
			if (length === undefined) continue;
			const key = `${source}>${target}`;
			const known = shortest.get(key);
			if (!known || length < known.length) shortest.set(key, { from, to, source, target, length });
		}
	}
	return [...shortest.values()];
}

/**
 * Length of the shortest text on which `from` leads to itself, `from` leads to `to`, and `to` leads to
 * itself, all three at once: a breadth-first search over triples of states.
 */
function shortestSharedText(
	{ states, edges }: Automaton,
	component: readonly number[],
	from: number,
	to: number,
	budget: Budget,
): number | undefined {
	const size = states.length;
	const goal = (from * size + to) * size + to;
	const start = (from * size + from) * size + to;
	const seen = new Set<number>();
	let frontier: [number, number, number][] = [[from, from, to]];
	for (let length = 1; frontier.length > 0; length++) {
		const next: [number, number, number][] = [];
		for (const [a, b, c] of frontier) {
			for (const nextA of edges[a]?.keys() ?? []) {
				if (component[nextA] !== component[from]) continue;
				for (const nextC of edges[c]?.keys() ?? []) {
					if (component[nextC] !== component[to] || !share(states, nextA, nextC)) continue;
					for (const nextB of edges[b]?.keys() ?? []) {
						if (budget.left-- < 0) return undefined;
						if (!share(states, nextA, nextB, nextC)) continue;
						const triple = (nextA * size + nextB) * size + nextC;
						if (triple === goal) return length;
						if (triple === start || seen.has(triple)) continue;
						seen.add(triple);
						next.push([nextA, nextB, nextC]);
					}
				}
			}
		}
		frontier = next;
	}
	return undefined;
}
