import type { Element, Properties } from 'hast';

/**
 * What rendering knows about its own elements travels through the raw HTML parser and the sanitiser as
 * `data-ms-…` attributes, which raw HTML cannot carry: `unmarked` renames them there. The writer turns
 * them into the real thing.
 */
export interface Marks {
	/** Element id. */
	readonly dataMsId?: string;
	/** Class names, space-separated. */
	readonly dataMsClass?: string;
	/** The element's real name, where the sanitiser would not let it pass from raw HTML. */
	readonly dataMsTag?: string;
	/** Index of the reference whose target the link or image gets. */
	readonly dataMsRef?: number;
	/** Index of the reference whose document's title is the text of the link. */
	readonly dataMsTitle?: number;
	/** Index of the fence that is a diagram. */
	readonly dataMsDiagram?: number;
	/** Language of a code block. */
	readonly dataMsCode?: string;
	/** Id of the heading, for its permanent link. */
	readonly dataMsHeading?: string;
	/** Plain attributes that only rendering may set, as JSON: `{"data-risk": "read-only"}`. */
	readonly dataMsSet?: string;
}

export const MARK_NAMES = [
	'dataMsId',
	'dataMsClass',
	'dataMsTag',
	'dataMsRef',
	'dataMsTitle',
	'dataMsDiagram',
	'dataMsCode',
	'dataMsHeading',
	'dataMsSet',
] as const satisfies readonly (keyof Marks)[];

export type MarkName = (typeof MARK_NAMES)[number];

/** An element of rendering's own making. */
export function marked(tagName: string, marks: Marks, children: Element['children']): Element {
	return { type: 'element', tagName, properties: { ...marks } as Properties, children };
}

/** Takes marks out of raw HTML, without moving anything in it. */
export function unmarked(html: string): string {
	return html.replace(/data-ms-/gi, 'data-xx-');
}

/** The text of a mark, undefined when the element has none. */
export function markOf(element: Element, name: MarkName): string | undefined {
	const value = element.properties[name];
	return value === undefined || value === null ? undefined : String(value);
}
