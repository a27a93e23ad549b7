import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type Compilation, compile, openProject } from '../../src/compiler/index.ts';
import { routeOf } from '../../src/model/index.ts';
import { openSite, writeSearchIndex } from '../../src/search/index.ts';

/** A judged query. `expected` and `accept` are paths below the documents folder. */
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

const DEEPEST = 10;

/** Asks the search of a built folder, as the site would, and judges the answers. */
export async function judge(
	siteDir: string,
	queries: readonly JudgedQuery[],
	routeOfPath: ReadonlyMap<string, string>,
): Promise<JudgedAnswer[]> {
	const site = await openSite(siteDir);
	const judged: JudgedAnswer[] = [];
	for (const { id, query, type, language, expected, accept = [] } of queries) {
		const right = new Set([expected, ...accept].map((path) => routeOfPath.get(path)));
		const start = performance.now();
		const { results } = await site.search(query, { limit: DEEPEST });
		const milliseconds = performance.now() - start;
		const place = results.findIndex(({ url }) => right.has(url)) + 1;
		const [first] = results;
		judged.push({
			...{ id, query, type, language, expected, place, milliseconds },
			best: first?.url ?? '',
			bestTitle: first?.title ?? '',
		});
	}
	await site.close();
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

/** Path below the documents folder → route, of every document. */
export function routesByPath({ graph }: Compilation, defaultLanguage: string): Map<string, string> {
	return new Map(
		[...graph.nodes.values()].map((document) => [document.docPath, routeOf(document, defaultLanguage)]),
	);
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
	const names = await readdir(folder, { recursive: true });
	const sizes = await Promise.all(
		names.map(async (name) => {
			const stats = await stat(join(folder, name));
			return stats.isFile() ? stats.size : -1;
		}),
	);
	const files = sizes.filter((size) => size >= 0);
	return { files: files.length, bytes: files.reduce((sum, size) => sum + size, 0) };
}

function percentile(sorted: readonly number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			corpus: { type: 'string' },
			queries: { type: 'string' },
			json: { type: 'boolean', default: false },
		},
	});
	if (!values.corpus || !values.queries)
		throw new Error('Usage: relevance --corpus DIR --queries FILE [--json]');
	const queries = JSON.parse(await readFile(values.queries, 'utf8')) as JudgedQuery[];
	const project = await openProject(values.corpus, { named: true });
	const compilation = await compile(project, { target: 'site', cache: false });
	const { languages, search } = project.config;
	const outDir = await mkdtemp(join(tmpdir(), 'mainstay-relevance-'));
	try {
		const start = performance.now();
		await writeSearchIndex(compilation.site?.records ?? [], { outDir, languages, synonyms: search.synonyms });
		const seconds = (performance.now() - start) / 1000;
		const answers = await judge(outDir, queries, routesByPath(compilation, languages[0] ?? 'en'));
		const size = await sizeOf(join(outDir, 'search'));
		const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
		const report = {
			schemaVersion: 1,
			all: measure(answers),
			byType: byKey(answers, ({ type }) => type),
			byLanguage: byKey(answers, ({ language }) => language),
			misses: answers.filter(({ place }) => place !== 1),
			index: { ...size, seconds },
			milliseconds: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
		};
		process.stdout.write(values.json ? `${JSON.stringify(report, null, '\t')}\n` : inWords(report));
	} finally {
		await rm(outDir, { recursive: true, force: true });
	}
}

function byKey(
	answers: readonly JudgedAnswer[],
	key: (answer: JudgedAnswer) => string,
): Record<string, Measures> {
	return Object.fromEntries([...Map.groupBy(answers, key)].map(([name, group]) => [name, measure(group)]));
}

interface Report {
	readonly all: Measures;
	readonly byType: Readonly<Record<string, Measures>>;
	readonly byLanguage: Readonly<Record<string, Measures>>;
	readonly misses: readonly JudgedAnswer[];
	readonly index: { readonly files: number; readonly bytes: number; readonly seconds: number };
	readonly milliseconds: { readonly median: number; readonly p95: number };
}

function inWords({ all, byType, byLanguage, misses, index, milliseconds }: Report): string {
	const line = (name: string, { queries, recall1, recall5, mrr }: Measures): string => {
		const percent = (value: number): string => `${(value * 100).toFixed(1).padStart(5)} %`;
		return `${name.padEnd(14)} ${String(queries).padStart(4)}  R@1 ${percent(recall1)}  R@5 ${percent(recall5)}  MRR ${mrr.toFixed(3)}`;
	};
	const lines = [
		line('all', all),
		...Object.entries(byType).map(([name, measures]) => line(name, measures)),
		...Object.entries(byLanguage).map(([name, measures]) => line(`in ${name}`, measures)),
		...misses.map(
			({ id, place, query, bestTitle, expected }) =>
				`${id} at ${place || '–'}: ${query.replace(/\s+/g, ' ').slice(0, 60)} → ${bestTitle}; expected ${expected}`,
		),
		`index ${index.files} files, ${(index.bytes / 1e6).toFixed(1)} MB, ${index.seconds.toFixed(1)} s`,
		`query ${milliseconds.median.toFixed(1)} ms median, ${milliseconds.p95.toFixed(1)} ms at the 95th percentile`,
	];
	return `${lines.join('\n')}\n`;
}

if (import.meta.main) await main();
