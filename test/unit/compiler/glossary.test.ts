import { describe, expect, it } from 'vitest';
import { glossaryOf } from '../../../src/compiler/site-model/glossary.ts';
import { resolveConfig } from '../../../src/config/index.ts';

const { config } = resolveConfig(
	'title: T\nsearch:\n  synonyms:\n    - [库存, stock]\n    - [content, 内容]\n    - [general ledger, 总账]\n',
	{ root: '/kb', file: 'mainstay.yaml' },
);

describe('glossaryOf', () => {
	const glossary = glossaryOf(config);
	const anchors = [
		...glossary.own.map(({ anchor }) => anchor),
		...glossary.sections.flatMap(({ terms }) => terms.map(({ anchor }) => anchor)),
	];

	it('holds hundreds of terms, each in three languages, and the own synonyms as written', () => {
		expect(anchors.length).toBeGreaterThan(300);
		for (const { words } of glossary.sections.flatMap(({ terms }) => terms))
			for (const lang of ['en', 'zh-CN', 'zh-TW'] as const) expect(words[lang][0]).toMatch(/\S/);
		expect(glossary.own.map(({ words }) => words)).toEqual(config.search.synonyms);
	});

	it('gives every term an address of its own that no other part of the page has', () => {
		expect(new Set(anchors).size).toBe(anchors.length);
		for (const anchor of anchors) expect(anchor).toMatch(/^[\p{L}\p{N}-]+$/u);
		expect(glossary.own.map(({ anchor }) => anchor)).toEqual(['库存', 'content-2', 'general-ledger-2']);
		expect(anchors).toContain('general-ledger');
		expect(anchors).not.toContain('finance');
	});
});
