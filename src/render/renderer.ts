import type { Root } from 'mdast';
import type { Document, RenderedTemplate } from '../model/index.ts';
import { createHighlight } from './highlight.ts';
import { parametersOf } from './parameters.ts';
import { type Rendering, toHast } from './to-hast.ts';
import { wordsIn } from './words.ts';
import { writeHtml } from './write-html.ts';

/** A parsed document and its tree. */
export interface RenderInput {
	readonly document: Document;
	readonly tree: Root;
}

/**
 * Makes a function that renders documents; it is synchronous, leaves the tree as it is and gives the same
 * bytes for the same input. Grammars for code are loaded when first used and kept.
 */
export async function createRenderer(): Promise<(input: RenderInput) => RenderedTemplate> {
	const highlight = createHighlight();
	return ({ document, tree }) => {
		const words = wordsIn(document.lang);
		const rendering: Rendering = { document, words, toc: [], rawIds: new Set(), hasRaw: false };
		const hast = toHast(tree, rendering);
		const options = { words, highlight, isParameter: parametersOf(document), rawIds: rendering.rawIds };
		return { body: writeHtml(hast, options), toc: rendering.toc };
	};
}
