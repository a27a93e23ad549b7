import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	resemblance,
	resemblances,
	SIGNATURE_LENGTH,
	shinglesOf,
	signatureOf,
} from '../../../src/model/index.ts';

const words = (count: number, seed: string): string =>
	Array.from({ length: count }, (_, index) => `${seed}${(index * 7919) % 9973}`).join(' ');

/** Every run of five words, told apart by what it says. */
const phrasesOf = (text: string): Set<string> => {
	const all = text.split(' ');
	return new Set(all.slice(4).map((_, index) => all.slice(index, index + 5).join(' ')));
};

describe('how alike two texts are', () => {
	it('does not depend on letter case, spacing or punctuation', () => {
		const a = shinglesOf('Open the report, compare the column with the ledger.');
		expect(shinglesOf('open THE report;  compare\nthe column with the ledger')).toEqual(a);
		expect(resemblance(shinglesOf('先盘点，再入账，然后核对'), shinglesOf('先盘点 再入账 然后核对'))).toBe(1);
	});

	it('is one for equal texts, nothing for texts without a common phrase', () => {
		const text = shinglesOf(words(100, 'a'));
		expect(resemblance(text, text)).toBe(1);
		expect(resemblance(text, shinglesOf(words(100, 'b')))).toBe(0);
		expect(signatureOf('too short')).toBeUndefined();
	});

	it('is the part of all different phrases that both have', () => {
		const word = fc.constantFrom('one', 'two', '三', '四');
		const text = fc.array(word, { maxLength: 60 }).map((all) => all.join(' '));
		fc.assert(
			fc.property(text, text, (a, b) => {
				const [one, other] = [new Set(shinglesOf(a)), new Set(shinglesOf(b))];
				expect(shinglesOf(a)).toHaveLength(one.size);
				expect(one.size).toBe(phrasesOf(a).size);
				const shared = [...one].filter((each) => other.has(each)).length;
				expect(resemblance(shinglesOf(a), shinglesOf(b))).toBe(
					shared / Math.max(1, one.size + other.size - shared),
				);
			}),
		);
	});

	it('is the same for several at once, and nothing below what is asked for', () => {
		const word = fc.constantFrom('one', 'two', '三', '四');
		const text = fc.array(word, { minLength: 5, maxLength: 60 }).map((all) => shinglesOf(all.join(' ')));
		const least = fc.constantFrom(0, 0.2, 0.5, 0.8, 1);
		fc.assert(
			fc.property(text, fc.array(text, { maxLength: 4 }), least, (one, others, least) => {
				const wanted = [one, ...others].map((other) => resemblance(one, other));
				expect(resemblances(one, [one, ...others], least)).toEqual(
					wanted.map((part) => (part < least ? 0 : part)),
				);
			}),
		);
	});

	it('counts what is just alike, or just not', () => {
		const all = Array.from({ length: 400 }, (_, index) => index + 1);
		for (let shared = 1; shared < 200; shared++) {
			const one = Int32Array.from(all.slice(0, 200));
			const other = Int32Array.from([...all.slice(200, 400 - shared), ...all.slice(0, shared)]);
			for (const least of [0.5, 0.6, 0.7, 0.8, 0.9]) {
				const part = shared / (400 - shared);
				expect(resemblance(one, other, least)).toBe(part < least ? 0 : part);
			}
		}
	});

	it('signatures agree about as often as the texts do', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 200 }), fc.stringMatching(/^[a-z]{4}$/), (shared, seed) => {
				const common = words(shared, `c${seed}`);
				const a = `${common} ${words(300 - shared, `a${seed}`)}`;
				const b = `${common} ${words(300 - shared, `b${seed}`)}`;
				const [one = [], other = []] = [signatureOf(a), signatureOf(b)];
				expect(one.length).toBe(SIGNATURE_LENGTH);
				const agreed = one.filter((value, index) => value === other[index]).length / SIGNATURE_LENGTH;
				expect(Math.abs(agreed - resemblance(shinglesOf(a), shinglesOf(b)))).toBeLessThan(0.3);
			}),
			{ numRuns: 60, seed: 7 },
		);
	});

	it('texts with too few different phrases have no signature, however often they say them', () => {
		const phrases = (count: number): number => shinglesOf(words(count, 'a')).length;
		expect([phrases(43), phrases(44)]).toEqual([39, 40]);
		expect(signatureOf(words(43, 'a'))).toBeUndefined();
		expect(signatureOf(words(44, 'a'))).toHaveLength(SIGNATURE_LENGTH);
		expect(signatureOf('again and '.repeat(500))).toBeUndefined();
	});

	it('signatures do not depend on what makes no difference, in any script', () => {
		const text = `${words(60, 'a')} Проверьте остаток по счёту, ÉTÉ ｓｔｏｃｋ，先盘点 再入账`;
		const signature = signatureOf(text);
		expect(signature).toBeDefined();
		expect(signatureOf(text.toUpperCase().replaceAll(' ', ',\n'))).toEqual(signature);
	});
});
