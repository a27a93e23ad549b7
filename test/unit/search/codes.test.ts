import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalCode, codesIn } from '../../../src/search/text/codes.ts';
import { stem } from '../../../src/search/text/stem.ts';
import { tokensOf } from '../../../src/search/text/tokens.ts';

describe('canonical codes', () => {
	it('are one for all ways to write a code', () => {
		const same = (...codes: string[]): void => expect(new Set(codes.map(canonicalCode)).size).toBe(1);
		same('ORA-01555', 'ORA01555', 'ora 1555', 'ORA:1555', 'ＯＲＡ－１５５５');
		same('M7 021', 'M7-021', 'm7021');
		same('0x80070005', '80070005', '0X80070005');
		same('ERR_PERIOD_CLOSED', 'err period closed');
		same('rdisp/max_wprun_time', 'RDISP MAX WPRUN TIME');
	});

	it('keep apart what is different', () => {
		expect(canonicalCode('ORA-01555')).not.toBe(canonicalCode('ORA-15550'));
		expect(canonicalCode('M7 021')).not.toBe(canonicalCode('M7 210'));
		expect(canonicalCode('00152')).not.toBe(canonicalCode('152'));
	});

	it('do not depend on separators, letter case and leading zeros', () => {
		const letters = fc.stringMatching(/^[a-z]{2,5}$/);
		const separator = fc.constantFrom('', '-', ' ', '_', ': ', '/');
		fc.assert(
			fc.property(
				letters,
				fc.integer({ min: 1, max: 99_999 }),
				separator,
				fc.nat({ max: 4 }),
				(prefix, number, gap, zeros) => {
					const plain = canonicalCode(`${prefix}${number}`);
					expect(canonicalCode(prefix.toUpperCase() + gap + '0'.repeat(zeros) + number)).toBe(plain);
				},
			),
		);
	});

	it('are found where they stand in a text', () => {
		const found = (text: string): string[] => codesIn(text).map(({ canonical }) => canonical);
		expect(found('作业报 ORA-01555: snapshot too old')).toContain('ora1555');
		expect(found('IDoc status 56, Message no. E0337')).toEqual(expect.arrayContaining(['status56', 'e337']));
		expect(found('[error="[CDC:ErrKafkaNewProducer]new"]')).toContain('cdcerrkafkanewproducer');
		expect(found('版本 10.0.27 起')).toContain('10027');
		expect(found('纯中文没有代码')).toEqual([]);
	});
});

describe('tokens', () => {
	const terms = (text: string): string[] => tokensOf(text).map(({ term }) => term);

	it('are pairs of characters, words, and pieces of compounds', () => {
		expect(terms('库存数')).toEqual(['库存', '存数']);
		expect(terms('库')).toEqual(['库']);
		expect(terms('KubePodCrash')).toEqual(['kubepodcrash', 'kub', 'pod', 'crash']);
		expect(terms('TSV_TNEW')).toEqual(expect.arrayContaining(['tsvtnew', 'tsv', 'tnew', '#tsvtnew']));
		expect(terms('021')).toEqual(['21']);
		expect(terms('1,248 行')).toContain('1248');
		expect(terms('2,428.50')).toContain('2428');
		expect(terms('1,2,3')).not.toContain('123');
	});

	it('lie where they were found', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
				for (const { start, end } of tokensOf(text)) {
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
				}
			}),
		);
	});

	it('lose plural and verb endings', () => {
		expect(['postings', 'posting', 'posted', 'post'].map(stem)).toEqual(['post', 'post', 'post', 'post']);
		expect(['entries', 'entry', 'classes', 'status'].map(stem)).toEqual([
			'entry',
			'entry',
			'class',
			'status',
		]);
		expect(stem('running')).toBe('run');
	});
});
