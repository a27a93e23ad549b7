import {
	type Document,
	escapeAttribute,
	type HtmlTemplate,
	type LanguageTag,
	type Link,
	type Slot,
} from '../../model/index.ts';
import { fillTemplate } from '../../render/index.ts';
import type { Versions } from './versions.ts';

/** What a body needs from the rest of the knowledge base to become finished HTML. */
export interface LinkContext {
	readonly base: string;
	readonly versions: Versions;
	/** Resolved references of the document, by index. */
	readonly links: readonly Link[];
	/** Finished figures by fence index. */
	readonly figures: ReadonlyMap<number, string>;
	/** Called for each asset that the page needs; returns its address below the base. */
	readonly useAsset: (path: string) => string;
}

/** Fills the slots of one body. */
export function fillBody(body: HtmlTemplate, document: Document, context: LinkContext): string {
	return fillTemplate(body, (slot) => slotHtml(slot, document, context));
}

function slotHtml(slot: Slot, document: Document, context: LinkContext): string {
	if (slot.type === 'diagram') return context.figures.get(slot.index) ?? '';
	const link = context.links[slot.index];
	if (!link) return '';
	if (slot.type === 'title') return titleHtml(link, document, slot.index, context);
	return slot.type === 'image'
		? imageAttributes(link, context)
		: linkAttributes(link, document.lang, context);
}

/** What a bare id shows: the title of its document in the page's language; the id where there is none. */
function titleHtml(link: Link, document: Document, index: number, context: LinkContext): string {
	const target = link.type === 'document' ? context.versions.of(link.id, document.lang) : undefined;
	return escapeAttribute(target?.title ?? document.references[index]?.text ?? '');
}

/** The attributes of an `<a>` that points at a resolved target; none for a target that does not exist. */
export function linkAttributes(link: Link, lang: LanguageTag, context: LinkContext): string {
	const href = hrefOf(link, lang, context);
	if (href === undefined) return 'class="missing-link"';
	if (link.type === 'external')
		return `href="${escapeAttribute(href)}" class="external" rel="noopener noreferrer"`;
	const target = link.type === 'document' ? context.versions.of(link.id, lang) : undefined;
	const badge = target && target.lang !== lang ? ` hreflang="${target.lang}" data-lang="${target.lang}"` : '';
	const download = link.type === 'asset' ? ' download' : '';
	return `href="${escapeAttribute(href)}"${badge}${download}`;
}

/** The address of a target as a page in `lang` links to it; undefined when there is nothing to link to. */
export function hrefOf(link: Link, lang: LanguageTag, context: LinkContext): string | undefined {
	switch (link.type) {
		case 'external':
			return link.url;
		case 'anchor':
			return `#${encodeURIComponent(link.anchor)}`;
		case 'asset':
			return underBase(context.base, context.useAsset(link.path));
		case 'document':
			return documentHref(link, lang, context);
		case 'missing':
			return undefined;
	}
}

function documentHref(
	link: Extract<Link, { type: 'document' }>,
	lang: LanguageTag,
	context: LinkContext,
): string | undefined {
	const target = context.versions.of(link.id, link.lang ?? lang);
	if (!target) return undefined;
	// A translation may have headings of its own; an anchor that it lacks would scroll nowhere.
	const anchor =
		link.anchor && target.anchors.includes(link.anchor) ? `#${encodeURIComponent(link.anchor)}` : '';
	return underBase(context.base, encodeURI(context.versions.route(target))) + anchor;
}

function imageAttributes(link: Link, context: LinkContext): string {
	if (link.type !== 'asset') return '';
	return `src="${escapeAttribute(underBase(context.base, context.useAsset(link.path)))}"`;
}

/** Joins the base (`/` or `/path/`) and an address with a leading slash. */
export function underBase(base: string, route: string): string {
	return base + route.replace(/^\//, '');
}
