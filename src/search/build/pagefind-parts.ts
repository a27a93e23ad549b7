import { createHash } from 'node:crypto';
import type { SearchRecord } from '../../model/index.ts';

/** A share of the records that is indexed by itself. */
export interface PagefindPart {
	/** Folder below the bundle's; '' when there is one part only. */
	readonly name: string;
	/** Changes with every record in it, with the language and with Pagefind. */
	readonly key: string;
	readonly pages: readonly { readonly url: string; readonly content: string }[];
}

/** Records of one part at most, on average; fewer parts make a smaller bundle, more make a change cheaper. */
const RECORDS_PER_PART = 128;
const MOST_PARTS = 32;
/** Raised when what is indexed of a record, or Pagefind's version, changes. */
const FORMAT = 'pagefind-1.6.0-1';

/** Splits records by their id, so that the others stay where they are when one comes or goes. */
export function partsOf(
	records: readonly SearchRecord[],
	language: string,
	htmlOf: (record: SearchRecord) => string,
): PagefindPart[] {
	const count = partCount(records.length);
	const shares = Array.from({ length: count }, (): SearchRecord[] => []);
	for (const record of records) shares[numberOf(record.id, count)]?.push(record);
	return shares.flatMap((share, number) => {
		// An empty part would be an index without pages, which Pagefind does not write.
		if (share.length === 0) return [];
		const pages = share.map((record) => ({ url: record.route, content: htmlOf(record) }));
		const hash = createHash('sha256').update(`${FORMAT}\0${language}`);
		for (const { url, content } of pages) hash.update(`\0${url}\0${content}`);
		const name = count === 1 ? '' : String(number).padStart(2, '0');
		return [{ name, key: hash.digest('hex').slice(0, 24), pages }];
	});
}

/** A power of two, so that a growing knowledge base seldom changes it. */
function partCount(records: number): number {
	let count = 1;
	while (count < MOST_PARTS && records > count * RECORDS_PER_PART) count *= 2;
	return count;
}

function numberOf(id: string, count: number): number {
	return createHash('sha256').update(id).digest().readUInt16BE(0) % count;
}
