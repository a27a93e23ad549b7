import type { Document, Fence, SourceRange } from '../../model/index.ts';
import { indexNearest } from '../nearest-index.ts';

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

/** `｛｛item_code｝｝`, `{{item-code}}` and `[[item_code]]`. */
const OTHERWISE = /(?:[{｛]{2}\s*|\[\[)([A-Za-z][\w-]*)(?:\s*[}｝]{2}|\]\])/g;

/** `<item_code>`, where no tags are written. */
const ANGLED = /(?<![\w<])<([A-Za-z]\w*)>(?!>)/g;
/** `{item_code}`; other programs than shells and databases make something of it, in a variable, an object or a format. */
const SINGLE = /(?<![\w{$%\\])\{\s*([A-Za-z][\w-]*)\s*\}(?!\})/g;
const WITH_BRACES = /\b(?:jq|awk|gawk|python3?|node|perl|ruby|php|bench console)\b/;

const WITHOUT_TAGS: ReadonlySet<string> = new Set([
	'sh',
	'bash',
	'shell',
	'console',
	'powershell',
	'sql',
	'mysql',
]);

/** The placeholders in the code blocks of a document, in reading order. */
export function placeholdersIn(document: Document): Placeholder[] {
	return document.fences.flatMap((fence) => matchesIn(fence, PLACEHOLDER));
}

/** A placeholder of which one pair of braces is not whole, or that is written in another way than with two braces. */
export interface BrokenPlaceholder extends Placeholder {
	readonly written: string;
}

/**
 * What was meant to be the placeholder of one of the names. Programs have braces of their own: only where those of
 * a block do not come in pairs has one been lost.
 */
export function brokenPlaceholders(document: Document, names: readonly string[]): BrokenPlaceholder[] {
	if (names.length === 0) return [];
	const torn = document.fences
		.filter(({ value }) => value.split('{').length !== value.split('}').length)
		.flatMap((fence) => [...matchesIn(fence, UNCLOSED), ...matchesIn(fence, UNOPENED)]);
	const other = document.fences.flatMap((fence) => [
		...matchesIn(fence, OTHERWISE).filter(({ written }) => !written.match(PLACEHOLDER)),
		...(WITHOUT_TAGS.has(fence.lang) ? matchesIn(fence, ANGLED) : []),
		...(WITHOUT_TAGS.has(fence.lang) && !WITH_BRACES.test(fence.value) ? matchesIn(fence, SINGLE) : []),
	]);
	return [...torn, ...other]
		.map((each) => ({
			...each,
			name: names.includes(each.name) ? each.name : each.name.replaceAll('-', '_'),
		}))
		.filter(({ name }) => names.includes(name));
}

/** Names in placeholders that are not declared, each where it stands first; in texts only what is nearly a declared one. */
export function undeclaredIn(document: Document, text: string, names: readonly string[]): Placeholder[] {
	const near = indexNearest(names);
	const inTexts = placeholdersOutside(document, text).filter(({ name }) => near(name).length > 0);
	const first = new Map<string, Placeholder>();
	for (const each of [...placeholdersIn(document), ...inTexts]) {
		if (!names.includes(each.name) && !first.has(each.name)) first.set(each.name, each);
	}
	return [...first.values()];
}

/** The placeholders in the text around the code blocks. */
function placeholdersOutside({ fences, positions }: Document, text: string): Placeholder[] {
	if (!text.includes('{{')) return [];
	const top = positions['']?.value.end.line ?? 0;
	return text.split(/\r\n|\n|\r/).flatMap((line, index) => {
		if (index < top || !line.includes('{{')) return [];
		const isCode = fences.some(({ range }) => range.start.line <= index + 1 && index + 1 <= range.end.line);
		if (isCode) return [];
		return [...line.matchAll(PLACEHOLDER)].map(({ 0: written, 1: name = '', index: at }) => {
			const start = { line: index + 1, column: at + 1 };
			return { name, range: { start, end: { line: index + 1, column: at + 1 + written.length } } };
		});
	});
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
