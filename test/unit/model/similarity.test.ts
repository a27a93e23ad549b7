import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resemblance, SIGNATURE_LENGTH, shinglesOf, signatureOf } from '../../../src/model/index.ts';

const words = (count: number, seed: string): string =>
	Array.from({ length: count }, (_, index) => `${seed}${(index * 7919) % 9973}`).join(' ');

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
		expect(signatureOf(shinglesOf('too short'))).toBeUndefined();
	});

	it('signatures agree about as often as the texts do', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 200 }), fc.stringMatching(/^[a-z]{4}$/), (shared, seed) => {
				const common = words(shared, `c${seed}`);
				const a = shinglesOf(`${common} ${words(300 - shared, `a${seed}`)}`);
				const b = shinglesOf(`${common} ${words(300 - shared, `b${seed}`)}`);
				const [one = [], other = []] = [signatureOf(a), signatureOf(b)];
				expect(one.length).toBe(SIGNATURE_LENGTH);
				const agreed = one.filter((value, index) => value === other[index]).length / SIGNATURE_LENGTH;
				expect(Math.abs(agreed - resemblance(a, b))).toBeLessThan(0.3);
			}),
			{ numRuns: 60, seed: 7 },
		);
	});
});
