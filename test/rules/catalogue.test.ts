import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';

describe('the list of rules', () => {
	test('is sorted by topic with unique codes and names', () => {
		expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
		expect(new Set(rules.map((rule) => rule.rule)).size).toBe(rules.length);
	});

	test.each(rules.map((rule) => [rule.code, rule] as const))(
		'%s is complete in both languages',
		(_code, rule) => {
			expect(rule.rule).toMatch(/^[a-z]+(-[a-z]+)*$/);
			expect(rule.examples.good.length).toBeGreaterThan(0);
			expect(rule.examples.bad.length).toBeGreaterThan(0);
			for (const text of [rule.title, rule.why, rule.mend]) {
				expect(text.en.length).toBeGreaterThan(10);
				expect(text.en).not.toMatch(/\p{Script=Han}/u);
				expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
			}
		},
	);
});
