import picomatch from 'picomatch';
import { canonicalLanguage } from '../../schemas/fields/language-tag.ts';
import {
	type CompileConfig,
	DOCUMENT_KINDS,
	type DocumentKind,
	INTERFACE_LANGUAGES,
	type LanguageTag,
} from '../model/index.ts';

/** What a file's path says about the document in it. */
export interface PathIdentity {
	/** From `name.<lang>.md`. */
	readonly lang?: LanguageTag;
	/** The path in the documents folder without language and ending. */
	readonly stem: string;
}

/**
 * Takes language and ending off a path. Only languages of the knowledge base and of the interface
 * count, so that `nginx.conf.md` and `app.js.md` keep their names.
 */
export function identityOfPath(docPath: string, config: CompileConfig): PathIdentity {
	const bare = docPath.replace(/\.mdx?$/i, '');
	if (!bare.includes('.')) return { stem: bare };
	const match = /^(.*[^/])\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)$/.exec(bare);
	const lang = canonicalLanguage(match?.[2]?.replaceAll('_', '-') ?? '');
	const known = [...config.languages, ...INTERFACE_LANGUAGES].find((tag) => tag === lang);
	return known && match?.[1] ? { lang: known, stem: match[1] } : { stem: bare };
}

/**
 * The id of a page: `page:` and its path. `index` and `_index` stand for their folder (`page:guides/`,
 * `page:` for the root); a README, which may lie beside an index, is `page:guides/readme`.
 */
export function pageId(stem: string): string {
	const path = stem.replace(/(^|\/)_?index$/i, '$1').replace(/(^|\/)readme$/i, '$1readme');
	return `page:${path}`;
}

/** Kind from the frontmatter where it names one, else from the folder, else a page. */
export function kindOf(written: unknown, docPath: string, config: CompileConfig): DocumentKind {
	const named = DOCUMENT_KINDS.find((kind) => kind === written);
	if (named) return named;
	return config.kinds.find(({ glob }) => matcher(glob)(docPath))?.kind ?? 'page';
}

/** The last resort for a title: the file's name, or its folder's for an index. */
export function titleOfPath(stem: string): string {
	const parts = stem.split('/').filter((part) => part !== '');
	const last = parts.at(-1) ?? stem;
	return /^(_?index|readme)$/i.test(last) ? (parts.at(-2) ?? last) : last;
}

/** Whether an `.mdx` file may be code; globs are relative to the project root. */
export function isTrustedMdx(path: string, config: CompileConfig): boolean {
	return /\.mdx$/i.test(path) && config.mdx.trusted.some((glob) => matcher(glob)(path));
}

const matchers = new Map<string, (path: string) => boolean>();

function matcher(glob: string): (path: string) => boolean {
	const known = matchers.get(glob);
	if (known) return known;
	const made = picomatch(glob, { dot: true });
	matchers.set(glob, made);
	return made;
}
