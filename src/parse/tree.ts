import type { ContainerDirective } from 'mdast-util-directive';

/** A place inside the value of an `html` node where a link or image tag stands. */
export interface HtmlReference {
	/** Offset in the node's value just after the tag's name. */
	readonly at: number;
	/** Index in `document.references`. */
	readonly reference: number;
}

/**
 * What parsing leaves on the tree for rules and rendering. Indexes count in the lists of the document
 * with the same name.
 */
declare module 'mdast' {
	interface Data {
		/** On links and images. */
		reference?: number;
		/** On links that are a bare id in a sentence: they show the title of what they name. */
		bare?: true;
		/** On fenced code. */
		fence?: number;
		/** On headings: the element id. */
		id?: string;
		/** On the heading that is the document's title, which the page shows by itself. */
		title?: true;
		/** On directives whose closing line is missing or was taken by another one, which is a finding. */
		unclosed?: true;
		/** On `step` directives: index in `document.procedure`. */
		step?: number;
		/** On `html` nodes: link and image tags in order. */
		references?: readonly HtmlReference[];
		/** On `html` nodes: ids that links can point at. */
		anchors?: readonly string[];
	}
}

export { DIRECTIVE_NAMES } from '../model/index.ts';

export type Directive = ContainerDirective;
