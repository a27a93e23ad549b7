import type { Html } from 'mdast';
import { nearest, SAFE_TAGS } from '../../model/index.ts';
import { tagUnpaired } from '../findings.ts';
import type { Collector } from './collector.ts';
import type { HtmlTag } from './html-tags.ts';

/** Tags of raw HTML whose partner is still to come, and those that have none; offsets of the file. */
export interface TagLedger {
	/** By name; the last one opened is closed first. */
	readonly open: Map<string, WrittenTag[]>;
	readonly stray: WrittenTag[];
	/** Names that are in no page, which are told by themselves. */
	readonly unknown: Set<string>;
}

interface WrittenTag {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	/** Open or not, readers see no difference: an anchor that leads nowhere. */
	readonly isHarmless: boolean;
}

export function tagLedger(): TagLedger {
	return { open: new Map(), stray: [], unknown: new Set() };
}

/** Tags that stand alone, and those that end by themselves where the next one begins. */
const ALONE: ReadonlySet<string> = new Set(
	'br caption col colgroup dd dt hr img input li p rp rt tbody td tfoot th thead tr wbr'.split(' '),
);

/**
 * Takes down a tag of an HTML node. Pairs are matched by name only: tags that overlap lose nothing, and one slip shall
 * not make partners of all others. `from` is where its source can begin; returns where it ends.
 */
export function noteTag(tag: HtmlTag, node: Html, from: number, { text, tags }: Collector): number {
	const { name, closes } = tag;
	const written = node.value.slice(tag.at, tag.nameEnd);
	const start = text.indexOf(written, Math.max(from, (node.position?.start.offset ?? 0) + tag.at));
	const end = start + written.length;
	if (start === -1 || end > (node.position?.end.offset ?? 0)) return from;
	if (!SAFE_TAGS.has(name)) {
		tags.unknown.add(name);
		return end;
	}
	if (ALONE.has(name)) return end;
	const open = tags.open.get(name);
	if (closes) {
		if (!open?.pop()) tags.stray.push({ name, start, end, isHarmless: false });
		return end;
	}
	const isHarmless = name === 'a' && !tag.attributes.some((attribute) => attribute.name === 'href');
	if (open) open.push({ name, start, end, isHarmless });
	else tags.open.set(name, [{ name, start, end, isHarmless }]);
	return end;
}

/** Tells a comment that hides all that follows. */
export function tellOpenComment(start: number, { file, lines, findings }: Collector): void {
	const range = lines.range(start, start + '<!--'.length);
	findings.push({ code: tagUnpaired.code, file, range, params: { name: '!--', reason: 'comment' } });
}

/** Tells the tags of a document that are left without a partner. */
export function tellUnpairedTags({ tags, text, file, lines, findings }: Collector): void {
	const tell = ({ name, start, end }: WrittenTag, reason: 'open' | 'slash' | 'close'): void => {
		// The name only; what follows it may be long.
		const stop = text.charAt(end) === '>' ? end + 1 : end;
		findings.push({
			code: tagUnpaired.code,
			file,
			range: lines.range(start, stop),
			params: { name, reason },
			...(reason === 'slash' && { suggestions: [{ value: `</${name}>` }] }),
		});
	};
	for (const open of tags.open.values()) {
		for (const [index, tag] of open.entries()) {
			if (tag.isHarmless) continue;
			const before = open[index - 1];
			const after = open[index + 1];
			const isFirst = after && isInOneLine(tag, after, text);
			if (isFirst) continue;
			tell(tag, before && isInOneLine(before, tag, text) ? 'slash' : 'open');
		}
	}
	for (const tag of tags.stray) {
		// Its opening tag is misspelt, which is told there.
		if (tags.unknown.size === 0 || nearest(tag.name, tags.unknown, 1).length === 0) tell(tag, 'close');
	}
}

/** `<kbd>Enter<kbd>`: the second was to end the first. */
function isInOneLine(first: WrittenTag, second: WrittenTag, text: string): boolean {
	return second.start - first.end < 200 && !/[\r\n]/.test(text.slice(first.end, second.start));
}
