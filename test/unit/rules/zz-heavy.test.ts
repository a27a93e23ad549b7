import fc from 'fast-check';
import { check } from 'recheck';
import { describe, expect, test } from 'vitest';
import { judgePattern } from '../../../src/rules/patterns/judge.ts';

describe('patterns that runbooks need', () => {
	test.each([
		'ORA-\\d{5}',
		'NegativeStockError.*Row #\\d+',
		'\\d+ units of .+ needed in .+ to complete this transaction',
		'Could not find (?:Row #\\d+: )?.+: .+',
		'(?:\\d{1,3}\\.){3}\\d{1,3}',
		"Duplicate entry '[^']+' for key",
		'\\p{Script=Han}+错误',
		'(?<=code )\\d+',
		'^\\[\\d{4}-\\d\\d-\\d\\d',
		'502 Bad Gateway|504 Gateway Time-?out',
		'(?:[^"\\\\]|\\\\.)*"',
	])('%s', (source) => {
		expect(judgePattern(source)).toMatchObject({ type: 'safe' });
	});
});

describe('patterns that could freeze a page', () => {
	test.each([
		['(a+)+$', 'exponential'],
		['(a|a)*b', 'exponential'],
		['(a*)*b', 'exponential'],
		['(a?a?)*b', 'exponential'],
		['(\\w+\\s?)+failed', 'exponential'],
		['(?:a(b?|c?)d)*e', 'exponential'],
		['(\\w{1,20}\\s?){1,10}x', 'exponential'],
		['^\\s*(.*?)\\s*$', 'slow'],
		['x*x*x*x*y', 'slow'],
		['(.*,){11}P', 'slow'],
		['\\S+@\\S+\\.\\S+', 'slow'],
		['(\\w)\\1+', 'backreference'],
		['.{500}', 'size'],
	])('%s is %s', (source, reason) => {
		expect(judgePattern(source)).toMatchObject({ type: 'unsafe', reason });
	});

	test('the part to blame is named', () => {
		expect(judgePattern('error: (\\w+\\s?)+failed')).toMatchObject({ part: '(\\w+\\s?)+' });
	});
});

test('what is no pattern says why', () => {
	expect(judgePattern('Item (.+ failed')).toEqual({ type: 'invalid', detail: 'Unterminated group' });
	expect(judgePattern('\\-')).toEqual({ type: 'invalid', detail: 'Invalid escape' });
});

/**
 * An engine that backtracks, over the letters a and b, counting its steps: what the judgement is about.
 * A pattern is a tree; `match` calls `rest` for every way in which the pattern can match from `at` on.
 */
type Tree =
	| { readonly letter: string }
	| { readonly both: readonly [Tree, Tree] }
	| { readonly either: readonly [Tree, Tree] }
	| { readonly star: Tree };

function match(
	tree: Tree,
	text: string,
	at: number,
	rest: (at: number) => boolean,
	count: () => void,
): boolean {
	count();
	if ('letter' in tree)
		return (tree.letter === '.' || text[at] === tree.letter) && at < text.length && rest(at + 1);
	if ('both' in tree) {
		const [first, second] = tree.both;
		return match(first, text, at, (next) => match(second, text, next, rest, count), count);
	}
	if ('either' in tree) return tree.either.some((branch) => match(branch, text, at, rest, count));
	return (
		match(tree.star, text, at, (next) => next > at && match(tree, text, next, rest, count), count) || rest(at)
	);
}

function written(tree: Tree): string {
	if ('letter' in tree) return tree.letter;
	if ('both' in tree) return tree.both.map(written).join('');
	if ('either' in tree) return `(?:${tree.either.map(written).join('|')})`;
	return `(?:${written(tree.star)})*`;
}

class TooManySteps extends Error {}

/** Steps of a search that fails, over all starting places; undefined above `most`. */
function stepsOf(tree: Tree, text: string, most: number): number | undefined {
	let steps = 0;
	const count = (): void => {
		if (++steps > most) throw new TooManySteps();
	};
	try {
		for (let at = 0; at <= text.length; at++) match(tree, text, at, () => false, count);
		return steps;
	} catch (error) {
		if (error instanceof TooManySteps) return undefined;
		throw error;
	}
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 4, depthSize: 'small' },
		fc.constantFrom('a', 'b', '.').map((letter) => ({ letter })),
		fc.tuple(tie('tree'), tie('tree')).map((both) => ({ both })),
		fc.tuple(tie('tree'), tie('tree')).map((either) => ({ either })),
		tie('tree').map((star) => ({ star })),
	),
}));

describe('against an engine that counts', () => {
	const texts = ['a', 'b', 'ab', 'aab', 'abb', 'ba'].map((part) => part.repeat(24 / part.length));

	test('what is judged safe or slow never takes exponentially many steps', () => {
		fc.assert(
			fc.property(tree, (given) => {
				const judgement = judgePattern(written(given));
				if (judgement.type === 'unsafe' && judgement.reason !== 'slow') return;
				// 24 letters: 2^24 steps are exponential, 24^4 × the pattern's size is not.
				for (const text of texts) expect(stepsOf(given, text, 8_000_000)).toBeDefined();
			}),
			{ numRuns: 1500 },
		);
	});

	test('agrees with another checker on what is exponential', async () => {
		await fc.assert(
			fc.asyncProperty(tree, async (given) => {
				// Only a text that fails in the end is tried in all ways.
				const source = `(?:${written(given)})c$`;
				const other = await check(source, 'iu', { checker: 'automaton', timeout: 5000 });
				fc.pre(other.status !== 'unknown');
				const judgement = judgePattern(source);
				const exponential = judgement.type === 'unsafe' && judgement.reason === 'exponential';
				expect(exponential).toBe(other.complexity?.type === 'exponential');
			}),
			{ numRuns: 4000 },
		);
	});
});
