import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { UserError } from '../../src/model/index.ts';
import type { SearchAnswer } from '../../src/search/index.ts';

/** A judged query. `expected` and `accept` are document ids, or paths below the documents folder. */
export interface JudgedQuery {
	readonly id: string;
	readonly query: string;
	readonly language: string;
	readonly type: string;
	readonly expected: string;
	readonly accept?: readonly string[];
}

/** What one query came to; `place` counts from 1, 0 when none of the first ten is right. */
export interface JudgedAnswer {
	readonly id: string;
	readonly query: string;
	readonly type: string;
	readonly language: string;
	readonly place: number;
	readonly milliseconds: number;
	readonly best: string;
	readonly bestTitle: string;
	readonly expected: string;
}

export interface Measures {
	readonly queries: number;
	/** Shares of 1. */
	readonly recall1: number;
	readonly recall5: number;
	/** Mean reciprocal rank over the first ten. */
	readonly mrr: number;
}

/** How many results are looked at. */
export const DEEPEST = 10;

type Results = readonly Pick<SearchAnswer['results'][number], 'url' | 'title'>[];

/** @throws UserError when the file is missing, no JSON, or not a list of judged queries. */
export async function readQueries(path: string): Promise<readonly JudgedQuery[]> {
	const text = await readFile(path, 'utf8').catch((cause: unknown) => {
		throw new UserError('queries-missing', `${path} cannot be read.`, 'Check --queries.', cause);
	});
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (cause) {
		throw new UserError('queries-not-json', `${path} is not JSON.`, String(cause), cause);
	}
	const bad = Array.isArray(data) ? data.findIndex((each) => !isJudged(each)) : 0;
	if (bad < 0 && Array.isArray(data) && data.length > 0) return data as readonly JudgedQuery[];
	throw new UserError(
		'queries-not-judged',
		`${path} is not a list of judged queries${Array.isArray(data) ? ` (entry ${bad + 1})` : ''}.`,
		'Each needs the texts id, query, language, type and expected; accept is a list of texts.',
	);
}

function isJudged(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	const query = value as Record<string, unknown>;
	const { accept = [] } = query;
	return (
		['id', 'query', 'language', 'type', 'expected'].every((key) => typeof query[key] === 'string') &&
		Array.isArray(accept) &&
		accept.every((each) => typeof each === 'string')
	);
}

/** Expected documents that the knowledge base does not hold: the judged set and the folder do not belong together. */
export function unknownDocuments(
	queries: readonly JudgedQuery[],
	routes: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
	const named = queries.flatMap(({ expected, accept = [] }) => [expected, ...accept]);
	return [...new Set(named)].filter((name) => !routes.has(name));
}

/** Asks every query and finds the place of the first right answer; `ask` gives at least {@link DEEPEST} results. */
export async function judge(
	queries: readonly JudgedQuery[],
	routes: ReadonlyMap<string, ReadonlySet<string>>,
	ask: (query: string) => Promise<Results>,
): Promise<JudgedAnswer[]> {
	const judged: JudgedAnswer[] = [];
	for (const { id, query, type, language, expected, accept = [] } of queries) {
		const right = new Set([expected, ...accept].flatMap((name) => [...(routes.get(name) ?? [])]));
		const start = performance.now();
		const results = (await ask(query)).slice(0, DEEPEST);
		const milliseconds = performance.now() - start;
		const [first] = results;
		judged.push({
			...{ id, query, type, language, expected, milliseconds },
			place: results.findIndex(({ url }) => right.has(url)) + 1,
			best: first?.url ?? '',
			bestTitle: first?.title ?? '',
		});
	}
	return judged;
}

export function measure(answers: readonly JudgedAnswer[]): Measures {
	const share = (holds: (place: number) => boolean): number =>
		answers.filter(({ place }) => holds(place)).length / Math.max(1, answers.length);
	const reciprocal = answers.reduce((sum, { place }) => sum + (place > 0 ? 1 / place : 0), 0);
	return {
		queries: answers.length,
		recall1: share((place) => place === 1),
		recall5: share((place) => place > 0 && place <= 5),
		mrr: reciprocal / Math.max(1, answers.length),
	};
}

/** Measures per type, language or whatever `key` says. */
export function measuresBy(
	answers: readonly JudgedAnswer[],
	key: (answer: JudgedAnswer) => string,
): Record<string, Measures> {
	return Object.fromEntries([...Map.groupBy(answers, key)].map(([name, group]) => [name, measure(group)]));
}

/** One line on a query that was not answered right at once. */
export function missLine({ id, type, place, query, best, bestTitle, expected }: JudgedAnswer): string {
	const asked = query.replace(/\s+/g, ' ').slice(0, 60);
	return `${id} ${type} at ${place || '–'}: ${asked} → ${best} ${bestTitle}; expected ${expected}`;
}
