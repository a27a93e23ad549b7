import type { CompileConfig } from '../../src/model/index.ts';

/** Settings without vocabulary, where any key is accepted; tests spread their own over it. */
export const SETTINGS: CompileConfig = {
	title: { en: 'Test' },
	languages: ['zh-CN', 'en'],
	sources: [{ name: 'docs', path: 'docs' }],
	modules: new Map(),
	systems: new Map(),
	roles: new Map(),
	dataObjects: new Map(),
	kinds: [],
	review: { every: 'P6M' },
	continuity: new Map(),
	search: { synonyms: [] },
	mdx: { trusted: [] },
	audiences: new Map(),
	rules: new Map(),
	fields: {},
	hash: 'test',
};
