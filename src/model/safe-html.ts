/**
 * What raw HTML may say in a document: one list for the check that warns and for the sanitiser that
 * takes away. Everything that can run, load, frame, submit or restyle is absent.
 */

const TAGS = `a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small
span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`;

export const SAFE_TAGS: ReadonlySet<string> = new Set(TAGS.split(/\s+/));

/** Attribute → the elements that may carry it; `*` for all. Names as written in HTML, lower case. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
	id: '*',
	title: '*',
	lang: '*',
	dir: '*',
	align: 'p div img h1 h2 h3 h4 h5 h6 table tr td th',
	alt: 'img',
	checked: 'input',
	colspan: 'td th',
	datetime: 'time del ins',
	disabled: 'input',
	headers: 'td th',
	height: 'img',
	href: 'a',
	name: 'a',
	open: 'details',
	reversed: 'ol',
	rowspan: 'td th',
	scope: 'th',
	span: 'col colgroup',
	src: 'img',
	start: 'ol',
	type: 'input ol',
	valign: 'tr td th',
	value: 'li',
	width: 'img table td th col',
};

export const SAFE_ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	Object.entries(ATTRIBUTES).map(([name, tags]) => [name, new Set(tags.split(' '))]),
);

export const SAFE_SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel', 'kb'];

/** Elements whose content goes with them: it is code or data, not text for readers. */
export const OPAQUE_TAGS: ReadonlySet<string> = new Set([
	'script',
	'style',
	'template',
	'iframe',
	'object',
	'embed',
	'noscript',
	'math',
	'svg',
	'title',
	'textarea',
	'select',
]);

/** Whether an element may carry an attribute at all; its value is another question. */
export function isSafeAttribute(tag: string, attribute: string): boolean {
	const tags = SAFE_ATTRIBUTES.get(attribute);
	return tags !== undefined && (tags.has('*') || tags.has(tag));
}

/**
 * Whether an address is relative or has an allowed scheme. Browsers ignore control characters and
 * spaces inside a scheme, and so does this.
 */
export function isSafeUrl(url: string): boolean {
	const bare = url.replace(/[\u0000-\u0020\u007F-\u00A0\u200B-\u200F\u2028\u2029\uFEFF]/g, '');
	const scheme = /^([^/?#:]*):/.exec(bare)?.[1];
	return scheme === undefined || SAFE_SCHEMES.includes(scheme.toLowerCase());
}
