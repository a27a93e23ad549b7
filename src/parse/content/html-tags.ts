/** A tag in raw HTML. Offsets count in the HTML. */
export interface HtmlTag {
	readonly name: string;
	/** `</name>`. */
	readonly closes: boolean;
	/** Of its `<`. */
	readonly at: number;
	/** Just after the name. */
	readonly nameEnd: number;
	readonly attributes: readonly HtmlAttribute[];
}

export interface HtmlAttribute {
	readonly name: string;
	/** As written, without quotes; '' for none. */
	readonly value: string;
	/** Where the value starts, behind its quote. */
	readonly at: number;
}

const SPACE = /[\s/]/;

/**
 * Lists the tags of raw HTML, comments passed over. One pass, linear in the length; a tag that never ends counts up to
 * the end, as browsers and the sanitiser read it.
 */
export function htmlTags(html: string): HtmlTag[] {
	const tags: HtmlTag[] = [];
	let at = 0;
	while (at < html.length) {
		const open = html.indexOf('<', at);
		if (open === -1) break;
		if (html.startsWith('<!--', open)) {
			const close = html.indexOf('-->', open + 4);
			at = close === -1 ? html.length : close + 3;
			continue;
		}
		const closes = html.charAt(open + 1) === '/';
		const nameStart = closes ? open + 2 : open + 1;
		if (!/[a-z]/i.test(html.charAt(nameStart))) {
			at = open + 1;
			continue;
		}
		let nameEnd = nameStart;
		while (nameEnd < html.length && !/[\s/>]/.test(html.charAt(nameEnd))) nameEnd++;
		const { attributes, end } = readAttributes(html, nameEnd);
		const name = html.slice(nameStart, nameEnd).toLowerCase();
		tags.push({ name, closes, at: open, nameEnd, attributes });
		at = end;
	}
	return tags;
}

function readAttributes(html: string, from: number): { attributes: HtmlAttribute[]; end: number } {
	const attributes: HtmlAttribute[] = [];
	let at = from;
	while (at < html.length) {
		while (at < html.length && SPACE.test(html.charAt(at))) at++;
		if (html.charAt(at) === '>') return { attributes, end: at + 1 };
		const start = at;
		// A first "=" belongs to the name, as in browsers.
		at++;
		while (at < html.length && !/[\s/>=]/.test(html.charAt(at))) at++;
		const name = html.slice(start, at).toLowerCase();
		const { value, start: valueAt, end } = readValue(html, at);
		at = end;
		if (name !== '') attributes.push({ name, value, at: valueAt });
	}
	return { attributes, end: html.length };
}

function readValue(html: string, from: number): { value: string; start: number; end: number } {
	let at = from;
	while (at < html.length && /\s/.test(html.charAt(at))) at++;
	if (html.charAt(at) !== '=') return { value: '', start: from, end: from };
	at++;
	while (at < html.length && /\s/.test(html.charAt(at))) at++;
	const quote = html.charAt(at);
	if (quote === '"' || quote === "'") {
		const close = html.indexOf(quote, at + 1);
		const end = close === -1 ? html.length : close;
		return { value: html.slice(at + 1, end), start: at + 1, end: end + 1 };
	}
	const start = at;
	while (at < html.length && !/[\s>]/.test(html.charAt(at))) at++;
	return { value: html.slice(start, at), start, end: at };
}
