import { describe, expect, test } from 'vitest';
import { factsAt } from '../../../schemas/index.ts';

describe('what an editor may say of a field', () => {
	test('names, values with names, and whether it is required', () => {
		const severity = factsAt('runbook', ['severity']);
		expect(severity?.labels?.['zh-TW']).toBe('嚴重程度');
		expect(severity?.values.map(({ value }) => value)).toEqual(['S1', 'S2', 'S3', 'S4']);
		expect(severity?.values[0]?.labels?.en).toContain('stands still');
		const keys = factsAt('runbook', [])?.keys ?? [];
		expect(keys.find(({ key }) => key === 'severity')?.required).toBe(true);
		expect(keys.find(({ key }) => key === 'impact')?.required).toBe(false);
	});

	test('inside lists, maps and alternatives', () => {
		expect(factsAt('process', ['steps', 0])?.keys.map(({ key }) => key)).toContain('transaction');
		expect(factsAt('process', ['steps', 0, 'next'])).toMatchObject({ shape: 'list', mayBePlain: true });
		expect(factsAt('process', ['steps', 3, 'next', 1, 'to'])?.expected).toBe('step id');
		expect(factsAt('process', ['steps', 0, 'data', 0])).toMatchObject({ shape: 'map', mayBePlain: true });
		expect(factsAt('runbook', ['modules', 0])?.vocabulary).toBe('modules');
		expect(factsAt('runbook', ['processes', 0, 'process'])?.reference?.expects).toBe('process');
		expect(factsAt('mainstay', ['rules', 'orphan-document'])?.values.map(({ value }) => value)).toContain(
			'off',
		);
	});

	test('nothing of places that do not exist, inherited names included', () => {
		for (const path of [['nothing'], ['severity', 'x'], ['constructor'], ['modules', 'x'], ['toString', 0]]) {
			expect(factsAt('runbook', path)).toBeUndefined();
		}
	});
});
