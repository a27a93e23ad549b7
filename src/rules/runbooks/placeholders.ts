import type { Document, SourceRange } from '../../model/index.ts';

/** `{{item_code}}` in a command. */
export interface Placeholder {
	readonly name: string;
	readonly range: SourceRange;
}

const PLACEHOLDER = /\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}/g;

/** The placeholders in the code blocks of a document, in reading order. */
export function placeholdersIn(document: Document): Placeholder[] {
	return document.fences.flatMap((fence) =>
		fence.value.split('\n').flatMap((text, index) =>
			[...text.matchAll(PLACEHOLDER)].map((match) => {
				const line = fence.contentLine + index;
				const column = fence.contentColumn + match.index;
				const end = { line, column: column + match[0].length };
				return { name: match[1] ?? '', range: { start: { line, column }, end } };
			}),
		),
	);
}

/** Names of all placeholders in a text. */
export function placeholderNames(text: string): Set<string> {
	return new Set(Array.from(text.matchAll(PLACEHOLDER), (match) => match[1] ?? ''));
}
