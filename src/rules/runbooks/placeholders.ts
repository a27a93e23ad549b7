import type { Document, Fence, SourceRange } from '../../model/index.ts';

/** `{{item_code}}` in a command. */
export interface Placeholder {
	readonly name: string;
	readonly range: SourceRange;
}

const PLACEHOLDER = /\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}/g;

/** `{{item_code` without `}}` behind it, before another brace or at all; a filter as of a template engine has them. */
const UNCLOSED = /\{\{\s*([A-Za-z][A-Za-z0-9_]*)(?![A-Za-z0-9_])(?![^{}\n]*\}\})(\s*\})?/g;

/** `{item_code}}`; `${item_code}` is a variable of a shell. */
const UNOPENED = /(?<![{$])\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}(?!\})/g;

/** The placeholders in the code blocks of a document, in reading order. */
export function placeholdersIn(document: Document): Placeholder[] {
	return document.fences.flatMap((fence) => matchesIn(fence, PLACEHOLDER));
}

/** A placeholder of which one pair of braces is not whole. */
export interface BrokenPlaceholder extends Placeholder {
	readonly written: string;
}

/**
 * What was meant to be the placeholder of one of the names. Programs have braces of their own: only where those of
 * a block do not come in pairs has one been lost.
 */
export function brokenPlaceholders(document: Document, names: readonly string[]): BrokenPlaceholder[] {
	if (names.length === 0) return [];
	return document.fences
		.filter(({ value }) => value.split('{').length !== value.split('}').length)
		.flatMap((fence) => [...matchesIn(fence, UNCLOSED), ...matchesIn(fence, UNOPENED)])
		.filter(({ name }) => names.includes(name));
}

function matchesIn(fence: Fence, pattern: RegExp): BrokenPlaceholder[] {
	return fence.value.split('\n').flatMap((text, index) =>
		[...text.matchAll(pattern)].map((match) => {
			const [written, name = ''] = match;
			const line = fence.contentLine + index;
			const column = fence.contentColumn + match.index;
			const end = { line, column: column + written.length };
			return { name, written, range: { start: { line, column }, end } };
		}),
	);
}

/** Names of all placeholders in a text. */
export function placeholderNames(text: string): Set<string> {
	return new Set(Array.from(text.matchAll(PLACEHOLDER), (match) => match[1] ?? ''));
}

/** A text in which placeholders that lost a brace have it again. */
export function withWholePlaceholders(text: string): string {
	return text.replace(UNCLOSED, '{{$1}}').replace(UNOPENED, '{{$1}}');
}
