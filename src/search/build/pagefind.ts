import * as pagefind from 'pagefind';
import { escapeAttribute, type SearchRecord } from '../../model/index.ts';
import { type PagefindPart, partsOf } from './pagefind-parts.ts';
import { fragmentsOf, openPartStore, type PartStore } from './pagefind-store.ts';

/** Pages handed to the indexer at a time. */
const IN_FLIGHT = 16;

export interface PagefindOptions {
	/** The bundle's folder; with many records there is one bundle below it for each part. */
	readonly outputPath: string;
	/** Finished parts are kept here for the next build; absolute. */
	readonly cacheDir?: string | undefined;
}

/**
 * Writes Pagefind's index of all records as one language. Many records are split into parts by id, since
 * Pagefind always makes a whole index anew: a part whose records are unchanged is taken over. `between` is
 * called while the indexer is at work on its own. The result is the name of the fragment that holds each
 * record's text, by address. The indexer's process has ended when this settles, whatever happens.
 */
export async function writePagefind<T>(
	records: readonly SearchRecord[],
	options: PagefindOptions,
	between: () => T,
): Promise<{ result: ReadonlyMap<string, string>; between: T }> {
	const language = languageFor(records);
	const parts = partsOf(records, language, recordHtml);
	const store = await openPartStore(options);
	try {
		const missing = parts.filter((part) => !store.has(part));
		const meanwhile = await indexParts(missing, language, store, between);
		for (const part of parts) await store.publish(part);
		return { result: await fragmentsOf(parts, store), between: meanwhile };
	} finally {
		await store.close(parts);
	}
}

async function indexParts<T>(
	parts: readonly PagefindPart[],
	language: string,
	store: PartStore,
	between: () => T,
): Promise<T> {
	if (parts.length === 0) return between();
	try {
		const indexes: { part: PagefindPart; index: pagefind.PagefindIndex }[] = [];
		for (const part of parts) indexes.push({ part, index: await indexOf(part, language) });
		const writing = Promise.all(
			indexes.map(async ({ part, index }) => {
				const { errors } = await index.writeFiles({ outputPath: store.folderFor(part) });
				if (errors.length > 0) throw new Error(`Pagefind could not write: ${errors.join('; ')}`);
			}),
		);
		// A failure is thrown below, once our own half is done.
		writing.catch(() => undefined);
		const meanwhile = between();
		await writing;
		return meanwhile;
	} finally {
		await pagefind.close();
	}
}

async function indexOf(part: PagefindPart, language: string): Promise<pagefind.PagefindIndex> {
	const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
	if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
	for (let start = 0; start < part.pages.length; start += IN_FLIGHT) {
		const answers = await Promise.all(
			part.pages.slice(start, start + IN_FLIGHT).map((page) => index.addHTMLFile(page)),
		);
		const refused = answers.flatMap((answer) => answer.errors);
		if (refused.length > 0) throw new Error(`Pagefind refused a page: ${refused.join('; ')}`);
	}
	return index;
}

/** One index holds all languages; it is cut as Chinese as soon as any document is, since spaces cut the others anyway. */
function languageFor(records: readonly SearchRecord[]): string {
	return records.some(({ lang }) => /^zh\b/i.test(lang)) ? 'zh' : (records[0]?.lang.split('-')[0] ?? 'en');
}

/** The page as Pagefind sees it: title, then each section under a heading with the id it has on the real page. */
export function recordHtml(record: SearchRecord): string {
	const sections = record.sections.map(({ anchor, heading, text }) => {
		const id = anchor ? ` id="${escapeAttribute(anchor)}"` : '';
		return `${heading ? `<h2${id}>${escapeAttribute(heading)}</h2>` : ''}<p>${escapeAttribute(text)}</p>`;
	});
	const title = escapeAttribute(record.title);
	const body = `<main data-pagefind-body><h1>${title}</h1>${sections.join('')}</main>`;
	return `<!doctype html><html lang="${escapeAttribute(record.lang)}"><head><title>${title}</title></head><body>${body}</body></html>`;
}
