import { describe, expect, test } from 'vitest';
import { INTERFACE_LANGUAGES } from '../../src/model/index.ts';
import { wordsIn } from '../../src/model/wording.ts';
import { rules } from '../../src/rules/index.ts';
import { checkProject, placeOf } from './mini-project.ts';

/** Small examples hang together loosely; only the rule on orphans itself shall mind. */
const ASIDE = 'MS502';

for (const rule of rules) {
	describe(`${rule.code} ${rule.rule}`, () => {
		for (const [index, example] of rule.examples.good.entries()) {
			test(`good ${index + 1} has no finding of it`, () => {
				const codes = checkProject(example.files).findings.map((finding) => finding.code);
				expect(codes.filter((code) => code === rule.code || (code !== ASIDE && rule.code !== ASIDE))).toEqual(
					[],
				);
			});
		}
		for (const [index, example] of rule.examples.bad.entries()) {
			test(`bad ${index + 1} is found at ${example.at}`, () => {
				const { findings } = checkProject(example.files);
				const relevant = findings.filter(({ code }) => code === rule.code || code !== ASIDE);
				expect(relevant.map((finding) => `${finding.code} ${placeOf(finding)}`)).toEqual([
					`${rule.code} ${example.at}`,
				]);
			});
			test(`bad ${index + 1} has messages`, () => {
				for (const { code, params } of checkProject(example.files).findings) {
					if (code !== rule.code) continue;
					for (const locale of INTERFACE_LANGUAGES) {
						const said = wordsIn(rule.message, locale)(params);
						expect(said).not.toMatch(/undefined|\[object|``|[\ue000\ue001]/);
					}
				}
			});
		}
	});
}
