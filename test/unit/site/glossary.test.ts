import { describe, expect, it } from 'vitest';
import type { Glossary, SiteModel } from '../../../src/model/index.ts';
import { furniture } from '../../../src/site/i18n/index.ts';
import { glossaryColumns, glossaryParts } from '../../../src/site/plan/glossary.ts';
import { sitemapText } from '../../../src/site/plan/plain-texts.ts';
import { routeHashes } from '../../../src/site/plan/route-hashes.ts';
import { siteIndexOf } from '../../../src/site/plan/site-index.ts';
import { fixtureModel } from './fixture.ts';

const term = (en: string, simplified: string, traditional: string) => ({
	anchor: en,
	words: { en: [en], 'zh-CN': [simplified], 'zh-TW': [traditional] },
});
const glossary: Glossary = {
	sections: [{ field: 'finance', terms: [term('posting', '过账', '過帳'), term('budget', '预算', '預算')] }],
	own: [{ anchor: 'stock', words: ['库存', 'stock'] }],
};
const plain = fixtureModel({ siteUrl: 'https://kb.example.com' });
const model: SiteModel = { ...plain, glossary };

describe('the glossary', () => {
	it('has a page in every view, in the sitemap too, and none without data', () => {
		const { targets } = siteIndexOf(model);
		for (const route of ['/glossary/', '/en/glossary/', '/zh-TW/glossary/'])
			expect(targets.get(route)?.type).toBe('glossary');
		expect(sitemapText(model, siteIndexOf(model))).toContain('https://kb.example.com/en/glossary/');
		expect(siteIndexOf(plain).targets.has('/glossary/')).toBe(false);
	});

	it('is sorted in the language of the page, which comes first', () => {
		const names = (lang: 'en' | 'zh-CN') =>
			glossaryParts(glossary, lang, furniture[lang])[0]?.terms.map(({ words }) => words[lang][0]);
		expect(names('en')).toEqual(['budget', 'posting']);
		expect(names('zh-CN')).toEqual(['过账', '预算']);
		expect(glossaryColumns('en')).toEqual(['en', 'zh-CN', 'zh-TW']);
	});

	it('is written again when a word changes, and nothing else is', () => {
		const before = routeHashes(model);
		const after = routeHashes({ ...model, glossary: { ...glossary, own: [] } });
		const changed = [...after].filter(([route, hash]) => before.get(route) !== hash).map(([route]) => route);
		expect(changed.sort()).toEqual(['/en/glossary/', '/glossary/', '/zh-TW/glossary/']);
	});
});
