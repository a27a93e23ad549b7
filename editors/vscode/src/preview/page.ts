import { relative, sep } from 'node:path';

/** What the site says of a document; the rest of `api/documents.json` does not matter here. */
interface ListedDocument {
	readonly file: string;
	readonly url: string;
}

/** The address of the page that shows a file; of the site's start where the file has no page. */
export async function pageAddress(siteUrl: string, root: string, file: string | undefined): Promise<string> {
	if (file === undefined) return siteUrl;
	const documents = await listDocuments(siteUrl).catch(() => []);
	const path = relative(root, file).split(sep).join('/').normalize('NFC');
	const found = documents.find((each) => each.file.normalize('NFC') === path);
	return found ? new URL(found.url, siteUrl).href : siteUrl;
}

async function listDocuments(siteUrl: string): Promise<readonly ListedDocument[]> {
	const response = await fetch(new URL('api/documents.json', siteUrl), {
		signal: AbortSignal.timeout(10_000),
	});
	const answer = (await response.json()) as { documents?: readonly ListedDocument[] };
	return answer.documents ?? [];
}
