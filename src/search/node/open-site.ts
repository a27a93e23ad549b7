import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { phrase, UserError } from '../../model/index.ts';
import { type Engine, openEngine, type SiteFiles } from '../engine.ts';
import type { SearchAnswer, SearchOptions } from '../query/result.ts';

const inflate = promisify(gunzip);

/** Search over a built folder, without a server: the answers that the site itself gives. */
export interface SiteSearch {
	/** Languages of the documents, in the order of their tags. */
	readonly languages: readonly string[];
	search(query: string, options?: SearchOptions): Promise<SearchAnswer>;
	close(): Promise<void>;
}

/** @throws UserError `no-search-index` when the folder is not a built site. */
export async function openSite(dir: string): Promise<SiteSearch> {
	const engine = await open(dir);
	return {
		languages: engine.languages,
		search: async (query, options) => {
			const answer = await engine.full(query, options);
			return { ...answer, results: await engine.describe(query, answer.results) };
		},
		close: async () => {},
	};
}

async function open(dir: string): Promise<Engine> {
	try {
		return await openEngine(filesBelow(dir));
	} catch (cause) {
		throw new UserError(
			'no-search-index',
			phrase`${dir} has no search index that can be read.`,
			'Build the site first.',
			cause,
		);
	}
}

function filesBelow(dir: string): SiteFiles {
	return {
		text: (path) => readFile(join(dir, path), 'utf8'),
		unpack: async (path) => inflate(await readFile(join(dir, path))),
	};
}
