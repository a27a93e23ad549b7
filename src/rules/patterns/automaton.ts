import type { AST } from '@eslint-community/regexpp';
import type { Alphabet, LetterSet } from './alphabet.ts';

/**
 * A pattern as the graph of its atoms: state p means "atom p has just taken a letter", an edge p→q that
 * q may take the next one. Edges count in how many ways (1, or 2 for several) the engine can go there.
 * Built after Glushkov, "The abstract theory of automata", 1961, with multiplicities kept.
 */
export interface Automaton {
	readonly states: readonly State[];
	readonly edges: readonly ReadonlyMap<number, number>[];
}

export interface State {
	readonly letters: LetterSet;
	/** The outermost repetition it stands in, as written; '' outside of any. */
	readonly loop: string;
	/** How often its repetitions may run at most, all together. */
	readonly repeats: number;
}

/** The pattern cannot be followed: it remembers what it matched, or counts too high. */
export type Unfollowed = 'backreference' | 'size';

/** States above this make the analysis itself too slow. */
const STATE_LIMIT = 300;

/** Ways to enter, ways to leave, and number of ways to match nothing. */
interface Fragment {
	readonly first: ReadonlyMap<number, number>;
	readonly last: ReadonlyMap<number, number>;
	readonly empty: number;
}

const NOTHING: Fragment = { first: new Map(), last: new Map(), empty: 1 };

interface Surroundings {
	readonly loop: string;
	readonly repeats: number;
}

/** State 0 is the engine's walk to the next starting place; patterns that begin with `^` have no edge from it. */
export function buildAutomaton(pattern: AST.Pattern, alphabet: Alphabet): Automaton | Unfollowed {
	const states: State[] = [
		{ letters: alphabet.lettersOf('[^]'), loop: '', repeats: Number.POSITIVE_INFINITY },
	];
	const edges: Map<number, number>[] = [new Map()];
	let problem: Unfollowed | undefined;

	function atom(raw: string, around: Surroundings): Fragment {
		if (states.length >= STATE_LIMIT) problem ??= 'size';
		if (problem) return NOTHING;
		const state = states.push({ letters: alphabet.lettersOf(raw), ...around }) - 1;
		edges.push(new Map());
		return { first: new Map([[state, 1]]), last: new Map([[state, 1]]), empty: 0 };
	}

	function connect(from: Fragment, to: Fragment): void {
		for (const [leaving, ways] of from.last) {
			for (const [entering, more] of to.first) addWays(edges[leaving], entering, ways * more);
		}
	}

	function sequence(a: Fragment, b: Fragment): Fragment {
		connect(a, b);
		return {
			first: unite(a.first, scale(b.first, a.empty)),
			last: unite(scale(a.last, b.empty), b.last),
			empty: Math.min(2, a.empty * b.empty),
		};
	}

	function alternatives(parts: readonly AST.Alternative[], around: Surroundings): Fragment {
		return parts
			.map((part) => part.elements.map((element) => build(element, around)).reduce(sequence, NOTHING))
			.reduce((a, b) => ({
				first: unite(a.first, b.first),
				last: unite(a.last, b.last),
				empty: Math.min(2, a.empty + b.empty),
			}));
	}

	/** `x{n,m}` is x, n times, then x again and again, up to m − n times; `x{n,}` is x, n − 1 times, then `x+`. */
	function repeat(node: AST.Quantifier, around: Surroundings): Fragment {
		const endless = node.max === Number.POSITIVE_INFINITY && node.min > 0;
		let copies: Fragment = NOTHING;
		for (let copy = endless ? 1 : 0; copy < node.min && !problem; copy++) {
			copies = sequence(copies, build(node.element, around));
		}
		const more = node.max - node.min;
		if (more === 0) return copies;
		const inside = { loop: around.loop || node.raw, repeats: around.repeats * more };
		const body = build(node.element, more === 1 ? around : inside);
		if (more > 1) connect(body, body);
		return sequence(copies, endless ? body : { ...body, empty: 1 });
	}

	/** A look around runs where it stands and leaves no trace in the match. */
	function lookaround(node: AST.LookaroundAssertion, around: Surroundings): Fragment {
		return { first: alternatives(node.alternatives, around).first, last: new Map(), empty: 1 };
	}

	function build(node: AST.Element, around: Surroundings): Fragment {
		switch (node.type) {
			case 'Quantifier':
				return repeat(node, around);
			case 'Group':
			case 'CapturingGroup':
				return alternatives(node.alternatives, around);
			case 'Assertion':
				return node.kind === 'lookahead' || node.kind === 'lookbehind' ? lookaround(node, around) : NOTHING;
			case 'Backreference':
				problem ??= 'backreference';
				return NOTHING;
			default:
				return atom(node.raw, around);
		}
	}

	const whole = alternatives(pattern.alternatives, { loop: '', repeats: 1 });
	if (problem) return problem;
	if (!pattern.alternatives.every(isAnchored)) {
		edges[0]?.set(0, 1);
		for (const [entering, ways] of whole.first) addWays(edges[0], entering, ways);
	}
	return { states, edges };
}

function isAnchored(alternative: AST.Alternative): boolean {
	const first = alternative.elements[0];
	return first?.type === 'Assertion' && first.kind === 'start';
}

function addWays(ways: Map<number, number> | undefined, key: number, count: number): void {
	if (count > 0) ways?.set(key, Math.min(2, (ways.get(key) ?? 0) + count));
}

function unite(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): Map<number, number> {
	const union = new Map(a);
	for (const [key, count] of b) addWays(union, key, count);
	return union;
}

function scale(ways: ReadonlyMap<number, number>, factor: number): ReadonlyMap<number, number> {
	if (factor === 0) return NOTHING.first;
	return factor === 1 ? ways : new Map([...ways.keys()].map((key) => [key, 2]));
}
