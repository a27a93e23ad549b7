import { decodeBase } from './base-file.ts';
import { type Base, type Detail, INDEX_VERSION, type Manifest, type Postings, shardOf } from './format.ts';
import { type Fragment, fragmentPath, readFragment } from './fragment.ts';
import { type Asked, answer, ask, type Ranking } from './query/answer.ts';
import { excerptOf, marksIn, openingOf } from './query/excerpt.ts';
import { createFinder, type Finder } from './query/finder.ts';
import { decodeLocal } from './query/local-index.ts';
import { termsToLoad } from './query/parse.ts';
import type { Scored } from './query/rank.ts';
import { plainReason, reasonsFor } from './query/reasons.ts';
import type { SearchAnswer, SearchOptions, SearchResult } from './query/result.ts';
import { decodeTerms } from './term-file.ts';
import { createAlignedFold } from './text/aligned.ts';

/** Reads a file of the built site, by its path below the site's root. `unpacked`: as stored, else after gunzip. */
export interface SiteFiles {
	text(path: string): Promise<string>;
	unpack(path: string): Promise<Uint8Array>;
}

/** Search over a built site: the same code in a page's worker and in Node. */
export interface Engine {
	/** Languages of the documents, in the order of their tags. */
	readonly languages: readonly string[];
	/** Answers at once from what has been loaded so far; excerpts are empty. */
	quick(query: string, options?: SearchOptions): SearchAnswer;
	/** Answers after loading every term of the query; excerpts are empty. */
	full(query: string, options?: SearchOptions): Promise<SearchAnswer>;
	/** Adds summary, first step, excerpt and section to results. */
	describe(query: string, results: readonly SearchResult[]): Promise<SearchResult[]>;
}

type TermFile = (term: string) => Postings | undefined;

const DEFAULT_LIMIT = 10;
/** Term files kept; more are forgotten in the order of loading. */
const MOST_KEPT = 400;

/** Opens the index of a site. @throws when the site has none or another version's. */
export async function openEngine(files: SiteFiles): Promise<Engine> {
	const manifest = JSON.parse(await files.text('search/manifest.json')) as Manifest;
	if (manifest.version !== INDEX_VERSION) throw new Error('The search index was written by another version.');
	const folder = `search/${manifest.folder}`;
	const [text, table] = await Promise.all([
		files.unpack(`${folder}/base.idx`),
		files.unpack(`${folder}/local.idx`),
	]);
	const base = decodeBase(new TextDecoder().decode(text));
	const finder = createFinder(base, decodeLocal(table));
	const terms = createTermStore(finder, (number) => files.unpack(`${folder}/terms/${number}.idx`));
	const asked = remembering((query: string) => ask(query, finder));
	const describe = createDescriber(base, finder, files, folder);
	const quick = (query: string, options: SearchOptions = {}): SearchAnswer =>
		toAnswer(query, answer(asked(query), finder, terms.lookup, options), finder, terms, options);
	return {
		languages: [...new Set(base.documents.map(({ lang }) => lang))].sort(),
		quick,
		full: async (query, options) => {
			await terms.load(termsToLoad(asked(query).query));
			return quick(query, options);
		},
		describe: (query, results) => describe(asked(query), results),
	};
}

/** One question is worked on several times in a row; a long paste is worth reading once. */
function remembering(read: (query: string) => Asked): (query: string) => Asked {
	let last: { readonly query: string; readonly asked: Asked } | undefined;
	return (query) => {
		if (last?.query !== query) last = { query, asked: read(query) };
		return last.asked;
	};
}

interface TermStore {
	lookup(term: string): Postings | undefined;
	has(term: string): boolean;
	load(terms: readonly string[]): Promise<void>;
}

function createTermStore(
	{ local, shards }: Finder,
	read: (number: number) => Promise<Uint8Array>,
): TermStore {
	const loaded = new Map<number, TermFile>();
	const loading = new Map<number, Promise<void>>();
	const loadFile = async (number: number): Promise<void> => {
		const file = decodeTerms(await read(number));
		if (loaded.size >= MOST_KEPT) loaded.delete(loaded.keys().next().value ?? -1);
		loaded.set(number, file);
	};
	const loadOnce = (number: number): Promise<void> => {
		if (loaded.has(number)) return Promise.resolve();
		const started = loading.get(number) ?? loadFile(number).finally(() => loading.delete(number));
		loading.set(number, started);
		return started;
	};
	const fileOf = (term: string): TermFile | undefined => loaded.get(shardOf(term, shards));
	return {
		lookup: (term) => {
			const file = fileOf(term);
			return file ? file(term) : local.postings(term);
		},
		has: (term) => fileOf(term) !== undefined,
		load: async (terms) => {
			await Promise.all([...new Set(terms.map((term) => shardOf(term, shards)))].map(loadOnce));
		},
	};
}

function toAnswer(
	raw: string,
	{ query, hits, counts, confidence, doubtful }: Ranking,
	finder: Finder,
	terms: TermStore,
	{ limit = DEFAULT_LIMIT }: SearchOptions,
): SearchAnswer {
	const near = query.units.flatMap((unit) =>
		terms.lookup(unit.term) ? [] : unit.alternatives.filter(({ type }) => type === 'near'),
	);
	return {
		query: raw,
		results: hits.slice(0, limit).map((hit) => toResult(hit, query, finder, terms)),
		total: hits.length,
		counts,
		tried: [...new Set(query.units.map(({ text }) => text))],
		nearest: [...new Set(near.map(({ term }) => term))],
		confidence,
		doubtful,
		cut: query.cut,
		complete: termsToLoad(query).every((term) => terms.has(term)),
	};
}

function toResult(hit: Scored, query: Ranking['query'], finder: Finder, terms: TermStore): SearchResult {
	const document = finder.documents[hit.doc];
	if (!document) throw new Error('The search index names a document that it does not hold.');
	const { id, route, title, kind, lang, modules, severity, exceptionClass, status } = document;
	const reasons = reasonsFor(hit, query, terms.lookup);
	return {
		...{ id, url: route, title, kind, lang, modules, severity, exceptionClass, status },
		titleMarks: [],
		score: hit.score,
		parts: hit.parts,
		reasons,
		matched: reasons.map(plainReason),
		excerpt: '',
		excerptMarks: [],
		summary: '',
		firstStep: '',
	};
}

/** A title that says it all leads to the top of the page, not into a section. */
const TITLE_SAYS_IT = 0.6;

function createDescriber(
	base: Base,
	finder: Finder,
	files: SiteFiles,
	folder: string,
): (asked: Asked, results: readonly SearchResult[]) => Promise<SearchResult[]> {
	const fold = createAlignedFold(base.fold);
	const numbers = new Map(finder.documents.map(({ route }, number) => [route, number]));
	const { concepts } = finder.analysis;
	const details = new Map<number, Promise<readonly Detail[]>>();
	const fragments = new Map<string, Promise<Fragment | undefined>>();
	const detailOf = async (doc: number): Promise<Detail | undefined> => {
		const number = Math.floor(doc / base.detailSize);
		const started = details.get(number) ?? readJson(files, `${folder}/detail/${number}.idx`);
		details.set(number, started);
		return (await started)[doc % base.detailSize];
	};
	const fragmentOf = (name: string): Promise<Fragment | undefined> => {
		const started = fragments.get(name) ?? readFragmentFile(files, name);
		if (fragments.size > MOST_KEPT) fragments.clear();
		fragments.set(name, started);
		return started;
	};
	return async ({ query }, results) =>
		Promise.all(
			results.map(async (result): Promise<SearchResult> => {
				const detail = await detailOf(numbers.get(result.url) ?? -1);
				const fragment = detail?.fragment ? await fragmentOf(detail.fragment) : undefined;
				const excerpt = fragment && excerptOf(fragment, result.title, query, fold, concepts);
				const anchor = result.parts.likeness < TITLE_SAYS_IT ? excerpt?.anchor : '';
				const summary = detail?.summary ?? '';
				return {
					...result,
					titleMarks: marksIn(result.title, query, fold, concepts),
					excerpt: excerpt?.text || summary || (fragment ? openingOf(fragment, result.title) : ''),
					excerptMarks: excerpt?.marks ?? [],
					...(anchor && { anchor }),
					summary,
					firstStep: detail?.firstStep ?? '',
				};
			}),
		);
}

async function readJson(files: SiteFiles, path: string): Promise<readonly Detail[]> {
	return JSON.parse(new TextDecoder().decode(await files.unpack(path))) as readonly Detail[];
}

/** A missing excerpt never costs the result. */
async function readFragmentFile(files: SiteFiles, name: string): Promise<Fragment | undefined> {
	try {
		return readFragment(await files.unpack(fragmentPath(name)));
	} catch {
		return undefined;
	}
}
