import { RegExpParser } from '@eslint-community/regexpp';
import { PATTERN_FLAGS, PATTERN_LINE_LIMIT } from '../../model/index.ts';
import { alphabetOf } from './alphabet.ts';
import { type Ambiguity, ambiguityOf, type Hop } from './ambiguity.ts';
import { type Automaton, buildAutomaton } from './automaton.ts';

export type Judgement =
	| { readonly type: 'invalid'; readonly detail: string }
	| { readonly type: 'unsafe'; readonly reason: UnsafeReason; readonly part: string; readonly steps: number }
	| { readonly type: 'safe'; readonly expression: RegExp; readonly steps: number };

export type UnsafeReason = 'exponential' | 'slow' | 'backreference' | 'size';

/**
 * Steps that the worst line may cost. Measured on lines made for the purpose, V8 takes 15 to 20 ns a step
 * before it compiles a pattern: less than half a second in the worst case that anybody can construct, and
 * nothing on real lines.
 */
export const STEP_LIMIT = 25_000_000;

/**
 * Whether a pattern may run on other people's text, decided without running it and without a clock.
 * `steps` estimates the worst line of {@link PATTERN_LINE_LIMIT} units: length × (repeats of the shared
 * text)^hops ÷ hops!, maximised over chains of hops. Nearly every pattern that is not anchored is
 * quadratic in theory, as the engine starts anew at each letter; that is why lines are cut and the
 * estimate counts instead of asking for linear time.
 */
export function judgePattern(source: string): Judgement {
	const known = judged.get(source) ?? judge(source);
	if (judged.size >= MOST_JUDGED) judged.clear();
	judged.set(source, known);
	return known;
}

/** Several rules ask about the patterns of one document after the other. */
const judged = new Map<string, Judgement>();
const MOST_JUDGED = 200;

function judge(source: string): Judgement {
	let expression: RegExp;
	try {
		expression = new RegExp(source, PATTERN_FLAGS);
	} catch (error) {
		return { type: 'invalid', detail: detailOf(error, source) };
	}
	const literal = new RegExpParser().parseLiteral(`/${expression.source}/${PATTERN_FLAGS}`);
	const automaton = buildAutomaton(literal.pattern, alphabetOf(literal));
	if (typeof automaton === 'string') return { type: 'unsafe', reason: automaton, part: source, steps: 0 };
	const ambiguity = ambiguityOf(automaton);
	if (ambiguity.type === 'too-large') return { type: 'unsafe', reason: 'size', part: source, steps: 0 };
	if (ambiguity.type === 'exponential') {
		return {
			type: 'unsafe',
			reason: 'exponential',
			part: partAt(automaton, ambiguity.state, source),
			steps: 0,
		};
	}
	const worst = worstChain(automaton, ambiguity);
	return worst.steps > STEP_LIMIT
		? { type: 'unsafe', reason: 'slow', part: partAt(automaton, worst.last, source), steps: worst.steps }
		: { type: 'safe', expression, steps: worst.steps };
}

/** `Invalid regular expression: /(/iu: Unterminated group` → `Unterminated group`. */
function detailOf(error: unknown, source: string): string {
	const message = error instanceof Error ? error.message : String(error);
	const marker = `/${source}/${PATTERN_FLAGS}: `;
	const start = message.indexOf(marker);
	return start === -1 ? message : message.slice(start + marker.length);
}

function partAt(automaton: Automaton, state: number, source: string): string {
	return automaton.states[state]?.loop || source;
}

interface Chain {
	readonly steps: number;
	/** The state at which the chain ends. */
	readonly last: number;
}

/** Walks all chains of hops; repetitions are few, so that chains are, too. */
function worstChain(
	automaton: Automaton,
	{ hops, reaches }: Extract<Ambiguity, { type: 'polynomial' }>,
): Chain {
	let worst: Chain = { steps: PATTERN_LINE_LIMIT, last: 0 };
	let budget = 20_000;
	const extend = (chain: readonly Hop[]): void => {
		const end = chain.at(-1);
		if (end) {
			const steps = stepsOf(automaton, chain);
			if (steps > worst.steps) worst = { steps, last: end.to };
		}
		for (const hop of hops) {
			if (end && (hop.source > end.target || !reaches(end.target, hop.source))) continue;
			if (budget-- < 0) return;
			extend([...chain, hop]);
		}
	};
	extend([]);
	return budget < 0 ? { ...worst, steps: Number.POSITIVE_INFINITY } : worst;
}

/** A bounded repetition contributes its bound, an unbounded one the share of the line that it can get. */
function stepsOf({ states }: Automaton, chain: readonly Hop[]): number {
	const letters = chain.reduce((sum, hop) => sum + hop.length, 0);
	const turns = PATTERN_LINE_LIMIT / letters;
	let steps = PATTERN_LINE_LIMIT;
	let free = 0;
	for (const hop of chain) {
		const bound = Math.min(states[hop.from]?.repeats ?? 1, states[hop.to]?.repeats ?? 1);
		if (bound < turns) steps *= bound;
		else steps *= turns / ++free;
	}
	return Math.round(steps);
}
