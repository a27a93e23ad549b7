import { withoutRedirect, withRedirect } from '../../src/fixes/index.ts';
import {
	type Document,
	type ResolvedConfig,
	routeOf,
	routeOfAddress,
	type TextEdit,
} from '../../src/model/index.ts';

/** What a changed address asks of the document's `redirectFrom`. */
export type RedirectEdits =
	| { readonly address: string; readonly edits: readonly TextEdit[]; readonly isAdded: boolean }
	| { readonly address: string; readonly unclear: true };

/**
 * A page's address comes from its path, so a moved page redirects from its old one; the four kinds keep theirs.
 * A page that moves back to an address it redirects from takes that redirect out again; the address between
 * gets one only if it is in the last commit and may thus be known to readers.
 */
export async function redirectEdits(
	document: Document,
	now: Document,
	text: string,
	config: ResolvedConfig,
	isCommitted: (file: string) => Promise<boolean>,
): Promise<RedirectEdits | undefined> {
	if (document.kind !== 'page' || now.kind !== 'page') return undefined;
	const language = config.languages[0] ?? 'en';
	const [address, newAddress] = [routeOf(document, language), routeOf(now, language)];
	if (address === newAddress) return undefined;
	const known = redirectsOf(document);
	const back = known.findIndex((path) => routeOfAddress(path, config.languages) === newAddress);
	if (back === -1) {
		if (known.some((path) => routeOfAddress(path, config.languages) === address)) return undefined;
		return { address, isAdded: true, ...withRedirect(document, text, address) };
	}
	if (!(await isCommitted(document.file))) {
		return { address: newAddress, isAdded: false, ...withoutRedirect(document, text, known[back] ?? '') };
	}
	const range = document.positions[`/redirectFrom/${back}`]?.value;
	if (!range) return { address, unclear: true };
	return { address, isAdded: true, edits: [{ file: document.file, range, newText: address }] };
}

function redirectsOf({ frontmatter }: Document): string[] {
	const from = frontmatter['redirectFrom'];
	return Array.isArray(from) ? from.map(String) : [];
}
