import { describe, expect, it } from 'vitest';
import { ruleReferenceFor } from '../../../src/compiler/site-model/rule-reference.ts';
import { resolveConfig } from '../../../src/config/index.ts';
import type { LanguageView, RuleEntry, SiteModel } from '../../../src/model/index.ts';
import { bandsOf, neighbours, ruleShown, ruleTargets } from '../../../src/site/plan/rule-targets.ts';

const view = { prefix: '/en', lang: 'en' } as unknown as LanguageView;

function modelOf(settings: string): SiteModel {
	const { config, findings } = resolveConfig(settings, { root: '/project', file: 'mainstay.yaml' });
	expect(findings).toEqual([]);
	return ruleReferenceFor(config) as unknown as SiteModel;
}

describe('the pages on the codes of check', () => {
	it('are there only where mainstay.yaml asks for them', () => {
		expect([...ruleTargets(modelOf('languages: [en]\n'), view)]).toEqual([]);
		expect([...ruleTargets(modelOf('reference: {rules: false}\n'), view)]).toEqual([]);
	});

	it('are one for each code, in bands, with examples where a rule has some', () => {
		const targets = [...ruleTargets(modelOf('reference: {rules: true}\n'), view)];
		const routes = targets.map(({ route }) => route);
		expect(routes).toContain('/en/rules/');
		expect(routes).toContain('/en/rules/MS201/');
		expect(new Set(routes).size).toBe(routes.length);
		const entries = targets[0]?.entries ?? [];
		expect(entries.filter(({ bad }) => bad.length > 0).length).toBeGreaterThanOrEqual(60);
		expect(bandsOf(entries).flatMap(([, each]) => each).length).toBe(entries.length);
		const link = entries.find(({ code }) => code === 'MS201') as RuleEntry;
		expect(neighbours(entries, link)[1]?.code).toBe('MS202');
	});

	it('show what is in their hash', () => {
		const model = modelOf('reference: {rules: true}\n');
		const [list, first] = [...ruleTargets(model, view)];
		if (!list || !first || first.type !== 'rule') throw new Error('no targets');
		const before = JSON.stringify(ruleShown(first));
		const changed = { ...first.entry, mend: { en: 'Otherwise.', 'zh-CN': '另法。' } };
		expect(JSON.stringify(ruleShown({ ...first, entry: changed }))).not.toBe(before);
		expect(JSON.stringify(ruleShown(list))).toContain('MS201');
	});
});
