import { type AST, visitRegExpAST } from '@eslint-community/regexpp';
import { PATTERN_FLAGS } from '../../model/index.ts';

/** Which of the sample letters an atom of a pattern takes, one bit per letter. */
export type LetterSet = bigint;

/** Turns atoms (`a`, `\d`, `[^x]`, `.`) into sets over a small alphabet that tells all of the pattern's atoms apart. */
export interface Alphabet {
	lettersOf(atom: string): LetterSet;
}

/** Letters of the common kinds, so that negated classes and `.` are never empty. */
const BASE = [
	'a',
	'z',
	'A',
	'Z',
	'0',
	'9',
	'_',
	' ',
	'\t',
	'-',
	':',
	'/',
	'!',
	'é',
	'中',
	'，',
	'\u00a0',
	'😀',
];

/**
 * The letters at which any atom of this pattern begins, ends or just misses, plus the common kinds.
 * The engine itself says which atom takes which letter, so every class and flag means what it means there.
 */
export function alphabetOf(pattern: AST.RegExpLiteral): Alphabet {
	const points = new Set(BASE.map((letter) => letter.codePointAt(0) ?? 0));
	const addNear = (point: number): void => {
		for (const near of [point - 1, point, point + 1]) if (near >= 0 && near <= 0x10ffff) points.add(near);
	};
	visitRegExpAST(pattern, {
		onCharacterEnter: (node) => addNear(node.value),
		onCharacterSetEnter: (node) => {
			if (node.kind === 'property') for (const point of membersOf(node.raw)) addNear(point);
		},
	});
	const letters = [...points]
		.filter((point) => (point < 0xd800 || point > 0xdfff) && point !== 0x0a && point !== 0x0d)
		.map((point) => String.fromCodePoint(point));
	const known = new Map<string, LetterSet>();
	return {
		lettersOf(atom) {
			const present = known.get(atom);
			if (present !== undefined) return present;
			const test = new RegExp(`^(?:${atom})$`, PATTERN_FLAGS);
			let set = 0n;
			for (const [index, letter] of letters.entries()) if (test.test(letter)) set |= 1n << BigInt(index);
			known.set(atom, set);
			return set;
		},
	};
}

/** The first members of a Unicode property in the basic plane. */
function membersOf(property: string): number[] {
	const test = new RegExp(`^${property}$`, PATTERN_FLAGS);
	const members: number[] = [];
	for (let point = 0; point < 0xffff && members.length < 3; point++) {
		if (test.test(String.fromCodePoint(point))) members.push(point);
	}
	return members;
}
