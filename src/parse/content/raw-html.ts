import type { Html } from 'mdast';
import { isSafeAttribute, isSafeUrl, OPAQUE_TAGS, SAFE_TAGS } from '../../model/index.ts';
import type { HtmlReference } from '../tree.ts';
import { PLAIN_ID } from './anchor-ids.ts';
import type { Collector } from './collector.ts';
import { type HtmlTag, htmlTags } from './html-tags.ts';
import { noteTag, tellOpenComment } from './paired-tags.ts';
import { onItsOwn } from './plain-text.ts';

/** Collects what a raw HTML node refers to, defines and would lose to the sanitiser. */
export function collectHtml(node: Html, collector: Collector): void {
	const { value } = node;
	const tags = value.includes('<') ? htmlTags(value) : [];
	if (value.startsWith('<!--') && !value.includes('-->'))
		tellOpenComment(node.position?.start.offset ?? 0, collector);
	const references: HtmlReference[] = [];
	const anchors: string[] = [];
	const dropped = new Set<string>();
	const nodeStart = node.position?.start.offset ?? 0;
	let from = nodeStart;
	let tagFrom = nodeStart;
	let opens = false;
	for (const tag of tags) {
		tagFrom = noteTag(tag, node, tagFrom, collector);
		if (tag.closes) continue;
		opens = true;
		for (const loss of lossesOf(tag)) dropped.add(loss);
		if (!SAFE_TAGS.has(tag.name)) continue;
		const anchor = attributeOf(tag, 'id') ?? (tag.name === 'a' ? attributeOf(tag, 'name') : undefined);
		if (anchor !== undefined && PLAIN_ID.test(anchor) && collector.ids.take(anchor)) anchors.push(anchor);
		const address = tag.attributes.find(({ name }) => name === (tag.name === 'img' ? 'src' : 'href'));
		const written = address?.value;
		if ((tag.name !== 'a' && tag.name !== 'img') || !address || !written) continue;
		// Lists and quotes put marks before the lines of the source, so that what stands there may come later.
		const found = collector.text.indexOf(written, Math.max(from, nodeStart + address.at));
		const end = node.position?.end.offset ?? 0;
		const inside = found !== -1 && found + written.length <= end;
		if (inside) from = found + written.length;
		references.push({ at: tag.nameEnd, reference: collector.references.length });
		collector.references.push({
			type: tag.name === 'img' ? 'image' : 'link',
			target: onItsOwn(decoded(written).trim()),
			range: inside ? collector.lines.range(found, from) : rangeOfNode(node, collector),
			...(tag.name === 'img' ? { text: decoded(attributeOf(tag, 'alt') ?? '') } : {}),
		});
	}
	if (references.length > 0 || anchors.length > 0) {
		node.data = {
			...node.data,
			...(references.length > 0 && { references }),
			...(anchors.length > 0 && { anchors }),
		};
	}
	if (opens) collector.rawHtml.push({ range: rangeOfNode(node, collector), dropped: [...dropped] });
	collector.sections.write(textOfHtml(value));
}

function rangeOfNode(node: Html, collector: Collector) {
	return collector.lines.range(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function attributeOf(tag: HtmlTag, name: string): string | undefined {
	return tag.attributes.find((attribute) => attribute.name === name)?.value;
}

/** `<script>`, `<img onerror>`, `<a href="javascript:…">`: what the sanitiser takes away. */
function lossesOf(tag: HtmlTag): string[] {
	if (!SAFE_TAGS.has(tag.name)) return [`<${tag.name}>`];
	return tag.attributes.flatMap(({ name, value }) => {
		if (!isSafeAttribute(tag.name, name)) return [`<${tag.name} ${name}>`];
		if ((name === 'href' || name === 'src') && !isSafeUrl(decoded(value))) {
			return [`<${tag.name} ${name}="${decoded(value).slice(0, 40)}">`];
		}
		return [];
	});
}

/** The named references that occur in addresses and plain texts; the sanitiser knows them all. */
const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00A0',
	colon: ':',
	tab: '\t',
	newline: '\n',
};

/** A value with its character references resolved, as far as addresses and texts use them. */
function decoded(value: string): string {
	if (!value.includes('&')) return value;
	return value.replace(/&(?:#(\d{1,7});?|#x([\da-f]{1,6});?|(\w{1,31});)/gi, (whole, decimal, hex, name) => {
		if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
		const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
	});
}

/** What readers see of raw HTML: no tags, no comments, nothing out of scripts. */
function textOfHtml(html: string): string {
	let text = '';
	let at = 0;
	let opaque = '';
	while (at < html.length) {
		const open = html.indexOf('<', at);
		const end = open === -1 ? html.length : open;
		if (opaque === '') text += html.slice(at, end);
		if (open === -1) break;
		const comment = html.startsWith('<!--', open);
		const close = html.indexOf(comment ? '-->' : '>', open);
		const name = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 24));
		if (name && opaque === '' && name[1] === '' && OPAQUE_TAGS.has((name[2] ?? '').toLowerCase())) {
			opaque = (name[2] ?? '').toLowerCase();
		} else if (name && name[1] === '/' && (name[2] ?? '').toLowerCase() === opaque) opaque = '';
		if (close === -1) break;
		at = close + (comment ? 3 : 1);
		if (/^<\/?(?:br|p|div|li|tr|td|th|h[1-6]|summary)\b/i.test(html.slice(open, open + 12))) text += ' ';
	}
	return decoded(text);
}
