import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { SearchRecord } from '../../model/index.ts';
import { readFragment } from '../fragment.ts';

const inflate = promisify(gunzip);

/** Pages handed to the indexer at a time. */
const IN_FLIGHT = 16;
/** Pagefind's own interface, which the site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * Writes Pagefind's index of all records to `outputPath` as one language. `between` is called once the indexer is at
 * work on its own. The result is the name of the fragment that holds each record's text, by address. The indexer's
 * process has ended when this settles, whatever happens.
 */
export async function writePagefind<T>(
	records: readonly SearchRecord[],
	outputPath: string,
	between: () => T,
): Promise<{ result: ReadonlyMap<string, string>; between: T }> {
	let meanwhile: T;
	try {
		const { index, errors } = await pagefind.createIndex({ forceLanguage: languageFor(records) });
		if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
		await addAll(records, index);
		const writing = index.writeFiles({ outputPath });
		meanwhile = between();
		const written = await writing;
		if (written.errors.length > 0) throw new Error(`Pagefind could not write: ${written.errors.join('; ')}`);
	} finally {
		await pagefind.close();
	}
	await removeUnused(outputPath);
	return { result: await fragmentNames(join(outputPath, 'fragment')), between: meanwhile };
}

/** One index holds all languages; it is cut as Chinese as soon as any document is, since spaces cut the others anyway. */
function languageFor(records: readonly SearchRecord[]): string {
	return records.some(({ lang }) => /^zh\b/i.test(lang)) ? 'zh' : (records[0]?.lang.split('-')[0] ?? 'en');
}

async function addAll(records: readonly SearchRecord[], index: pagefind.PagefindIndex): Promise<void> {
	for (let start = 0; start < records.length; start += IN_FLIGHT) {
		const answers = await Promise.all(
			records
				.slice(start, start + IN_FLIGHT)
				.map((record) => index.addHTMLFile({ url: record.route, content: recordHtml(record) })),
		);
		const errors = answers.flatMap((answer) => answer.errors);
		if (errors.length > 0) throw new Error(`Pagefind refused a page: ${errors.join('; ')}`);
	}
}

/** The page as Pagefind sees it: title, then each section under a heading with the id it has on the real page. */
export function recordHtml(record: SearchRecord): string {
	const sections = record.sections.map(({ anchor, heading, text }) => {
		const id = anchor ? ` id="${escapeHtml(anchor)}"` : '';
		return `${heading ? `<h2${id}>${escapeHtml(heading)}</h2>` : ''}<p>${escapeHtml(text)}</p>`;
	});
	const title = escapeHtml(record.title);
	const body = `<main data-pagefind-body><h1>${title}</h1>${sections.join('')}</main>`;
	return `<!doctype html><html lang="${escapeHtml(record.lang)}"><head><title>${title}</title></head><body>${body}</body></html>`;
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

async function removeUnused(outputPath: string): Promise<void> {
	const names = (await readdir(outputPath)).filter((name) => UNUSED.test(name));
	await Promise.all(names.map((name) => rm(join(outputPath, name))));
}

async function fragmentNames(folder: string): Promise<Map<string, string>> {
	const byUrl = new Map<string, string>();
	const names = (await readdir(folder).catch(() => [])).sort();
	for (const name of names) {
		const { url } = readFragment(await inflate(await readFile(join(folder, name))));
		byUrl.set(url, name.replace(/\.pf_fragment$/, ''));
	}
	return byUrl;
}
