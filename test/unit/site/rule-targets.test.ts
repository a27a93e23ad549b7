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

	it('are one for each code, in bands, each with examples', () => {
		const targets = [...ruleTargets(modelOf('reference: {rules: true}\n'), view)];
		const routes = targets.map(({ route }) => route);
		expect(routes).toContain('/en/rules/');
		expect(routes).toContain('/en/rules/MS201/');
		expect(new Set(routes).size).toBe(routes.length);
		const entries = targets[0]?.entries ?? [];
		expect(entries.filter(({ bad, good }) => bad.length === 0 || good.length === 0)).toEqual([]);
		expect(bandsOf(entries).flatMap(([, each]) => each).length).toBe(entries.length);
		const link = entries.find(({ code }) => code === 'MS201') as RuleEntry;
		expect(neighbours(entries, link)[1]?.code).toBe('MS202');
	});

	it('speak traditional Chinese with the words of Taiwan, code left as it is', () => {
		const entries = modelOf('reference: {rules: true}\n').ruleReference ?? [];
		const of = (code: string) => entries.find((each) => each.code === code);
		expect(of('MS601')?.why['zh-TW']).toBe('其他編碼的檔案發布後會變成亂碼，也搜不到。');
		expect(of('MS115')?.mend['zh-TW']).toBe('在最後一個欄位下面寫一行「---」。');
		expect(of('MS423')?.mend['zh-TW']).toContain('程式碼');
		for (const { why, mend, title } of entries) {
			for (const { 'zh-TW': text } of [why, mend, title]) {
				expect(text).not.toMatch(/[这们个为发标题档错误说写读链网录]/);
			}
		}
	});

	it('show what is in their hash', () => {
		const model = modelOf('reference: {rules: true}\n');
		const [list, first] = [...ruleTargets(model, view)];
		if (!list || !first || first.type !== 'rule') throw new Error('no targets');
		const before = JSON.stringify(ruleShown(first));
		const changed = { ...first.entry, mend: { en: 'Otherwise.', 'zh-CN': '另法。', 'zh-TW': '另法。' } };
		expect(JSON.stringify(ruleShown({ ...first, entry: changed }))).not.toBe(before);
		expect(JSON.stringify(ruleShown(list))).toContain('MS201');
	});
});
