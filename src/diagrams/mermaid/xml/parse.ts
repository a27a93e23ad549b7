import type { XmlElement } from './tree.ts';

/** Deeper nesting than any drawing has; keeps recursive walks far from the end of the stack. */
const MOST_DEPTH = 256;

const NAME = '[A-Za-z_][\\w.:-]*';
const OPEN = new RegExp(`<(${NAME})`, 'y');
const CLOSE = new RegExp(`</(${NAME})\\s*>`, 'y');
const ATTRIBUTE = new RegExp(`\\s+(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'y');
const TAG_END = /\s*(\/?)>/y;
const TEXT = /[^<]+/y;

const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
};

/**
 * Reads one XML document, strictly enough that a drawing which a browser would refuse is refused here:
 * throws an Error on anything that is not well formed. Comments, instructions and the document type are
 * skipped; entities that a document type defines become nothing, so that none can grow.
 */
export function parseXml(source: string): XmlElement {
	const root: XmlElement = { name: '', attributes: new Map(), children: [] };
	const open: XmlElement[] = [root];
	let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
	const match = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const found = pattern.exec(source);
		if (found) at = pattern.lastIndex;
		return found;
	};
	while (at < source.length) {
		const parent = open[open.length - 1] ?? root;
		const text = match(TEXT);
		if (text) {
			parent.children.push(decode(text[0]));
			continue;
		}
		const skipped = skipMarkup(source, at, parent);
		if (skipped !== undefined) {
			at = skipped;
			continue;
		}
		const close = match(CLOSE);
		if (close) {
			if (open.length === 1 || parent.name !== close[1]) throw new Error(`Unexpected </${close[1]}>`);
			open.pop();
			continue;
		}
		const tag = match(OPEN);
		if (!tag) throw new Error(`Unexpected character at ${at}`);
		const element: XmlElement = { name: tag[1] ?? '', attributes: new Map(), children: [] };
		for (let found = match(ATTRIBUTE); found; found = match(ATTRIBUTE)) {
			element.attributes.set(found[1] ?? '', decode(found[2] ?? found[3] ?? ''));
		}
		const end = match(TAG_END);
		if (!end) throw new Error(`Malformed <${element.name}> at ${at}`);
		parent.children.push(element);
		if (end[1] === '') open.push(element);
		if (open.length > MOST_DEPTH) throw new Error('Nested too deeply');
	}
	if (open.length > 1) throw new Error(`Unclosed <${open.at(-1)?.name}>`);
	const elements = root.children.filter((child) => typeof child !== 'string');
	const stray = root.children.some((child) => typeof child === 'string' && child.trim() !== '');
	const [only] = elements;
	if (!only || elements.length > 1 || stray) throw new Error('Not one root element');
	return only;
}

/** The offset after a comment, section, instruction or document type that starts at `at`; else undefined. */
function skipMarkup(source: string, at: number, parent: XmlElement): number | undefined {
	if (source.startsWith('<!--', at)) return after(source, '-->', at + 4);
	if (source.startsWith('<![CDATA[', at)) {
		const end = after(source, ']]>', at);
		parent.children.push(source.slice(at + 9, end - 3));
		return end;
	}
	if (source.startsWith('<?', at)) return after(source, '?>', at);
	if (!/^<!DOCTYPE\b/i.test(source.slice(at, at + 12))) return undefined;
	const bracket = source.indexOf('[', at);
	const plainEnd = after(source, '>', at);
	return bracket !== -1 && bracket < plainEnd ? after(source, '>', after(source, ']', bracket)) : plainEnd;
}

function after(source: string, mark: string, from: number): number {
	const at = source.indexOf(mark, from);
	if (at === -1) throw new Error(`Missing ${mark}`);
	return at + mark.length;
}

function decode(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([\w.:-]{1,64}));/gi, (_, decimal, hex, name) => {
		if (name !== undefined) return ENTITIES[name] ?? '';
		const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
		return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
	});
}
