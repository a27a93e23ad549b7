import type { TextSection } from './document.ts';

export interface TocEntry {
	readonly depth: number;
	readonly id: string;
	readonly text: string;
}

/**
 * A hole in a page's HTML that only the whole set can fill.
 * `link` and `image` stand for the attributes of an `<a>` or `<img>` (the slot sits inside the tag);
 * `title` stands for the title of the document that a link names; `diagram` stands for a whole `<figure>`; `index` counts in `document.references` or `document.fences`.
 */
export interface Slot {
	readonly type: 'link' | 'image' | 'title' | 'diagram';
	readonly index: number;
}

/** HTML with holes: `strings.length === slots.length + 1`, as in a tagged template. */
export interface HtmlTemplate {
	readonly strings: readonly string[];
	readonly slots: readonly Slot[];
}

/** A document's body after rendering, before links are known. */
export interface RenderedTemplate {
	readonly body: HtmlTemplate;
	readonly toc: readonly TocEntry[];
}

/** A document's body, ready for the page. */
export interface RenderedDocument {
	readonly html: string;
	readonly toc: readonly TocEntry[];
	readonly sections: readonly TextSection[];
}
