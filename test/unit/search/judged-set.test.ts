import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type SiteSearch, writeSearchIndex } from '../../../src/search/index.ts';
import {
	DEEPEST,
	type JudgedAnswer,
	type JudgedQuery,
	judge,
	measure,
	measuresBy,
	missLine,
	readQueries,
	unknownDocuments,
} from '../../bench/judged.ts';
import { type KnowledgeBase, readKnowledgeBase } from '../../bench/records.ts';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const FIXTURES = join(REPOSITORY, 'test/fixtures/relevance');

/** Least share of queries of a type that are answered right at once. One more miss than today breaks most of them. */
const FLOORS: Readonly<Record<string, number>> = {
	'zh-phrase': 0.9,
	'zh-substring': 0.85,
	'zh-variant': 0.75,
	'trad→simp': 0.85,
	'simp→trad': 0.75,
	regional: 0.9,
	mixed: 0.85,
	code: 0.85,
	'tcode-menu': 0.8,
	log: 0.93,
	en: 0.88,
	'cross-lang': 0.75,
	symptom: 0.85,
	typo: 0.85,
	number: 0.85,
};

let outDir: string;
let knowledge: KnowledgeBase;
let site: SiteSearch;
let queries: readonly JudgedQuery[];
let answers: readonly JudgedAnswer[];
const doubted = new Set<string>();

beforeAll(async () => {
	queries = await readQueries(join(FIXTURES, 'queries.json'));
	knowledge = await readKnowledgeBase(REPOSITORY);
	outDir = await mkdtemp(join(tmpdir(), 'mainstay-judged-'));
	const { languages, search } = knowledge.config;
	await writeSearchIndex(knowledge.records, { outDir, languages, synonyms: search.synonyms });
	site = await openSite(outDir);
	answers = await judge(queries, knowledge.routes, async (query) => {
		const { results, doubtful } = await site.search(query, { limit: DEEPEST });
		if (doubtful) doubted.add(query);
		return results;
	});
}, 60_000);

afterAll(async () => {
	await site?.close();
	await rm(outDir, { recursive: true, force: true });
});

const misses = (of: readonly JudgedAnswer[]): string =>
	of
		.filter(({ place }) => place !== 1)
		.map(missLine)
		.join('\n');

describe('the judged queries over docs', () => {
	it('are many, of every type, and name documents that exist', () => {
		expect(queries.length).toBeGreaterThanOrEqual(80);
		expect(new Set(queries.map(({ id }) => id)).size).toBe(queries.length);
		expect(new Set(queries.map(({ type }) => type))).toEqual(new Set(Object.keys(FLOORS)));
		expect(unknownDocuments(queries, knowledge.routes)).toEqual([]);
	});

	it('are answered right at once, or among the first five', () => {
		const { recall1, recall5 } = measure(answers);
		expect(recall1, misses(answers)).toBeGreaterThanOrEqual(0.93);
		expect(recall5, misses(answers)).toBeGreaterThanOrEqual(0.97);
	});

	it.each(Object.entries(FLOORS))('of type %s keep their floor of %d', (type, floor) => {
		const { recall1 = 0 } = measuresBy(answers, (answer) => answer.type)[type] ?? {};
		expect(recall1, misses(answers.filter((answer) => answer.type === type))).toBeGreaterThanOrEqual(floor);
	});
});

describe('an answer', () => {
	it('is doubted where the knowledge base knows nothing, and seldom elsewhere', async () => {
		const unanswerable = JSON.parse(await readFile(join(FIXTURES, 'unanswerable.json'), 'utf8')) as string[];
		const trusted: string[] = [];
		for (const query of unanswerable) if (!(await site.search(query)).doubtful) trusted.push(query);
		expect(trusted.length / unanswerable.length, trusted.join('\n')).toBeLessThanOrEqual(0.4);
		expect(doubted.size / queries.length, [...doubted].join('\n')).toBeLessThanOrEqual(0.06);
	});
});
