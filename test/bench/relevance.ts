import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { UserError } from '../../src/model/index.ts';
import { openSite, writeSearchIndex } from '../../src/search/index.ts';
import {
	DEEPEST,
	type JudgedAnswer,
	judge,
	type Measures,
	measure,
	measuresBy,
	missLine,
	readQueries,
	unknownDocuments,
} from './judged.ts';
import { readKnowledgeBase } from './records.ts';

/**
 * `npm run relevance -- --corpus DIR --queries FILE [--json]`: indexes the documents of a folder as a build does, asks
 * judged queries through the code that the browser runs, and reports how many are answered right, in which time and
 * from how many bytes.
 */
const USAGE = 'npm run relevance -- --corpus DIR --queries FILE [--json]';

interface Report {
	readonly schemaVersion: 1;
	readonly documents: number;
	readonly all: Measures;
	readonly byType: Readonly<Record<string, Measures>>;
	readonly byLanguage: Readonly<Record<string, Measures>>;
	readonly misses: readonly JudgedAnswer[];
	/** Files below `search/`; `firstBytes` must arrive before the first answer, the rest comes as it is needed. */
	readonly index: {
		readonly files: number;
		readonly bytes: number;
		readonly firstBytes: number;
		readonly seconds: number;
	};
	readonly milliseconds: { readonly median: number; readonly p95: number; readonly most: number };
}

interface Options {
	readonly corpus: string;
	readonly queries: string;
	readonly json: boolean;
}

/** @throws UserError for whatever cannot be understood. */
function readOptions(argv: readonly string[]): Options {
	try {
		const { values } = parseArgs({
			args: [...argv],
			options: {
				corpus: { type: 'string' },
				queries: { type: 'string' },
				json: { type: 'boolean', default: false },
			},
		});
		const { corpus, queries, json } = values;
		if (!corpus) throw new Error('--corpus is missing');
		if (!queries) throw new Error('--queries is missing');
		return { corpus, queries, json };
	} catch (error) {
		const [reason] = (error instanceof Error ? error.message : String(error)).split(/(?<=\.) /);
		throw new UserError('relevance-arguments', `${reason?.replace(/\.?$/, '.')}`, `Usage: ${USAGE}`, error);
	}
}

async function report({ corpus, queries: file }: Options): Promise<Report> {
	const queries = await readQueries(file);
	const { config, records, routes } = await readKnowledgeBase(corpus);
	const unknown = unknownDocuments(queries, routes);
	if (unknown.length > 0) {
		throw new UserError(
			'queries-of-another-corpus',
			`${corpus} does not hold ${unknown.slice(0, 3).join(', ')}${unknown.length > 3 ? ` and ${unknown.length - 3} more` : ''}.`,
			`They are expected by ${file}: check --corpus and --queries.`,
		);
	}
	const outDir = await mkdtemp(join(tmpdir(), 'mainstay-relevance-'));
	try {
		const start = performance.now();
		await writeSearchIndex(records, {
			outDir,
			languages: config.languages,
			synonyms: config.search.synonyms,
		});
		const seconds = (performance.now() - start) / 1000;
		const site = await openSite(outDir);
		const answers = await judge(
			queries,
			routes,
			async (query) => (await site.search(query, { limit: DEEPEST })).results,
		);
		await site.close();
		const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
		return {
			schemaVersion: 1,
			documents: records.length,
			all: measure(answers),
			byType: measuresBy(answers, ({ type }) => type),
			byLanguage: measuresBy(answers, ({ language }) => language),
			misses: answers.filter(({ place }) => place !== 1),
			index: { ...(await sizeOf(join(outDir, 'search'))), seconds },
			milliseconds: { median: at(times, 0.5), p95: at(times, 0.95), most: times.at(-1) ?? 0 },
		};
	} finally {
		await rm(outDir, { recursive: true, force: true });
	}
}

async function sizeOf(folder: string): Promise<Omit<Report['index'], 'seconds'>> {
	const names = await readdir(folder, { recursive: true });
	const files = await Promise.all(
		names.map(async (name) => {
			const stats = await stat(join(folder, name));
			return { name, size: stats.isFile() ? stats.size : undefined };
		}),
	);
	const sizes = files.filter(({ size }) => size !== undefined);
	const sum = (list: typeof sizes): number => list.reduce((bytes, { size = 0 }) => bytes + size, 0);
	const first = sizes.filter(({ name }) => /(?:manifest\.json|base\.idx|local\.idx)$/.test(name));
	return { files: sizes.length, bytes: sum(sizes), firstBytes: sum(first) };
}

function at(sorted: readonly number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function inWords({ documents, all, byType, byLanguage, misses, index, milliseconds }: Report): string {
	const percent = (value: number): string => `${(value * 100).toFixed(1).padStart(5)} %`;
	const line = (name: string, { queries, recall1, recall5, mrr }: Measures): string =>
		`${name.padEnd(14)} ${String(queries).padStart(4)}  R@1 ${percent(recall1)}  R@5 ${percent(recall5)}  MRR ${mrr.toFixed(3)}`;
	const lines = [
		line('all', all),
		...Object.entries(byType).map(([name, measures]) => line(name, measures)),
		...Object.entries(byLanguage).map(([name, measures]) => line(`in ${name}`, measures)),
		...misses.map(missLine),
		`index of ${documents} documents: ${index.files} files, ${(index.bytes / 1e6).toFixed(1)} MB, ${Math.round(index.firstBytes / 1000)} KB before the first answer, ${index.seconds.toFixed(1)} s`,
		`query ${milliseconds.median.toFixed(1)} ms median, ${milliseconds.p95.toFixed(1)} ms at the 95th percentile, ${milliseconds.most.toFixed(1)} ms at most`,
	];
	return `${lines.join('\n')}\n`;
}

async function main(argv: readonly string[]): Promise<number> {
	try {
		const options = readOptions(argv);
		const result = await report(options);
		process.stdout.write(options.json ? `${JSON.stringify(result, null, '\t')}\n` : inWords(result));
		return 0;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		process.stderr.write(`error: ${error.message} ${error.hint}\n`);
		return 2;
	}
}

process.exitCode = await main(process.argv.slice(2));
