import {
	COLLECTION_STYLE,
	EVENT_ID,
	type Event,
	getScalarValue,
	type MappingEvent,
	parseEvents,
	SCALAR_STYLE,
	type ScalarEvent,
	type SequenceEvent,
} from 'js-yaml';
import type { FrontmatterPositions, SourceRange } from '../model/index.ts';
import { type LineTable, lineTable } from '../model/lines.ts';
import { blockSpan, hasHardEscape, meaningOf } from './plain-scalar.ts';
import { unusual } from './unusual.ts';

/** Deeper than any schema, far above the call stack. */
export const DEEPEST = 32;

/** Keys that reach the prototype of an object in code that is less careful than this. */
export const FORBIDDEN: ReadonlySet<unknown> = new Set(['__proto__', 'constructor', 'prototype']);

/** Maps without a prototype, lists, texts, numbers, booleans and null, with their places by JSON pointer. */
export interface PlainReading {
	readonly data: Readonly<Record<string, unknown>>;
	readonly positions: FrontmatterPositions;
}

/**
 * Reads a map in which nothing is out of the ordinary: values and positions as the careful readers of frontmatter
 * and of settings give them, at a tenth of the cost. `text` has no line end behind its last line. Undefined for all
 * else, be it wrong or merely rare: findings come from the careful readers only, and so does every judgement on what
 * the two parsers take for YAML.
 */
export function readPlainly(text: string): PlainReading | undefined {
	if (UNCOMMON.test(text)) return undefined;
	try {
		const events = parseEvents(text, { maxDepth: DEEPEST + 2 });
		const positions: Reader['positions'] = {};
		const reader: Reader = {
			text,
			events,
			positions,
			lines: lineTable(text),
			hasComments: text.includes('\n#'),
			next: 0,
			end: 0,
			isWhole: true,
			place: NOWHERE,
		};
		return { data: readDocument(reader), positions };
	} catch {
		return undefined;
	}
}

/**
 * Indented comments on lines of their own, ends of documents, anchors and tags (where js-yaml tries one way after the
 * other), and characters that the parsers do not treat alike.
 */
const UNCOMMON =
	/^(?: +#|\.\.\.)|(?:^|[ ,:[{-])(?:!|&[^ ])|[^\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/mu;

/** A key may have so many characters. */
const LONGEST_KEY = 1000;

const LINE_END = 10;
const SPACE = 32;
const COLON = 58;

const NOWHERE: SourceRange = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

interface Reader {
	readonly text: string;
	readonly events: readonly Event[];
	readonly positions: Record<string, { key?: SourceRange; value: SourceRange }>;
	readonly lines: LineTable;
	/** Lines that are comments. */
	readonly hasComments: boolean;
	/** The event to read. */
	next: number;
	/** Where the value read last ends. */
	end: number;
	/** It ends there with all that belongs to it; else a comment and the line end are still to come. */
	isWhole: boolean;
	/** What it covers. */
	place: SourceRange;
}

function readDocument(reader: Reader): Record<string, unknown> {
	const { events, positions } = reader;
	const [document, root] = events;
	if (document?.type !== EVENT_ID.DOCUMENT || root?.type !== EVENT_ID.MAPPING) unusual();
	if (document.explicitStart || document.explicitEnd || document.directives.length > 0) unusual();
	reader.next = 2;
	const data = readMap(root, '', 0, reader);
	positions[''] = { value: reader.place };
	// The end of the document, and no other one behind it.
	return reader.next === events.length - 1 ? data : unusual();
}

function readNode(event: Event | undefined, pointer: string, depth: number, reader: Reader): unknown {
	if (depth > DEEPEST) unusual();
	switch (event?.type) {
		case EVENT_ID.SCALAR:
			return readScalar(event, reader);
		case EVENT_ID.MAPPING:
			return readMap(event, pointer, depth, reader);
		case EVENT_ID.SEQUENCE:
			return readList(event, pointer, depth, reader);
		default:
			return unusual();
	}
}

function readScalar(event: ScalarEvent, reader: Reader): unknown {
	bare(event);
	const { style, valueStart: start, valueEnd: end } = event;
	const value = start === -1 ? unusual() : getScalarValue(reader.text, event);
	switch (style) {
		case SCALAR_STYLE.PLAIN:
			if (reader.hasComments && startsLine(reader.text, start)) unusual();
			leave(reader, start, end, false);
			return meaningOf(value);
		case SCALAR_STYLE.SINGLE_QUOTED:
		case SCALAR_STYLE.DOUBLE_QUOTED:
			if (hasHardEscape(reader.text, event)) unusual();
			leave(reader, start - 1, end + 1, false);
			return value;
		default:
			leave(reader, ...blockSpan(reader.text, event), true);
			return value;
	}
}

function readMap(
	event: MappingEvent,
	pointer: string,
	depth: number,
	reader: Reader,
): Record<string, unknown> {
	bare(event);
	// Unlike `Object.create(null)` this makes no hash table, which everything behind would be slow on.
	const data: Record<string, unknown> = Object.setPrototypeOf({}, null);
	const isBlock = enter(event, '{', reader);
	for (let key = nextEvent(reader); key.type !== EVENT_ID.POP; key = nextEvent(reader)) {
		if (key.type !== EVENT_ID.SCALAR) unusual();
		const name = nameOf(key, reader.text);
		if (data[name] !== undefined || FORBIDDEN.has(name)) unusual();
		const quotes = key.style === SCALAR_STYLE.PLAIN ? 0 : 1;
		const end = key.valueEnd + quotes;
		if (reader.text.charCodeAt(afterSpaces(reader.text, end)) !== COLON) unusual();
		const range = reader.lines.range(key.valueStart - quotes, end);
		const child = `${pointer}/${escaped(name)}`;
		const value = nextEvent(reader);
		data[name] = isEmpty(value) ? readNothing(value, end, reader) : readNode(value, child, depth + 1, reader);
		reader.positions[child] = { key: range, value: reader.place };
		if (isBlock) checkRest(reader);
	}
	close(event, '}', reader);
	return data;
}

function readList(event: SequenceEvent, pointer: string, depth: number, reader: Reader): unknown[] {
	bare(event);
	const data: unknown[] = [];
	const isBlock = enter(event, '[', reader);
	for (let item = nextEvent(reader); item.type !== EVENT_ID.POP; item = nextEvent(reader)) {
		const child = `${pointer}/${data.length}`;
		// Takes its place before what is in it does.
		const position = { value: NOWHERE };
		reader.positions[child] = position;
		data.push(readNode(item, child, depth + 1, reader));
		position.value = reader.place;
		if (isBlock) checkRest(reader);
	}
	close(event, ']', reader);
	return data;
}

function nextEvent(reader: Reader): Event {
	return reader.events[reader.next++] ?? unusual();
}

/** Anchors and tags are for the careful reader. */
function bare({ anchorStart, tagStart }: ScalarEvent | MappingEvent | SequenceEvent): void {
	if (anchorStart !== -1 || tagStart !== -1) unusual();
}

function escaped(name: string): string {
	return name.includes('/') || name.includes('~') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;
}

/** Between its key and a value on a line of its own a comment changes where that ends. */
function startsLine(text: string, start: number): boolean {
	let at = start - 1;
	while (text.charCodeAt(at) === SPACE) at--;
	return text.charCodeAt(at) === LINE_END;
}

/** A key on one line, as it stands there. */
function nameOf(event: ScalarEvent, text: string): string {
	bare(event);
	const { fast, valueStart, valueEnd } = event;
	if (!fast || valueStart === -1 || valueEnd - valueStart > LONGEST_KEY) unusual();
	return text.slice(valueStart, valueEnd);
}

function isEmpty(event: Event): event is ScalarEvent {
	return event.type === EVENT_ID.SCALAR && event.valueStart === -1;
}

/** A key without a value: its place is where one would be written. */
function readNothing(event: ScalarEvent, keyEnd: number, reader: Reader): null {
	bare(event);
	const at = afterSpaces(reader.text, afterSpaces(reader.text, keyEnd) + 1);
	if (!'\n,}'.includes(reader.text[at] ?? '\n')) unusual();
	leave(reader, at, at, true);
	return null;
}

function afterSpaces(text: string, from: number): number {
	let at = from;
	while (text.charCodeAt(at) === SPACE) at++;
	return at;
}

function leave(reader: Reader, start: number, end: number, isWhole: boolean): void {
	reader.end = end;
	reader.isWhole = isWhole;
	reader.place = reader.lines.range(start, end);
}

function enter({ start, style }: MappingEvent | SequenceEvent, bracket: string, reader: Reader): boolean {
	if (style === COLLECTION_STYLE.BLOCK) return true;
	if (reader.text[start] !== bracket) unusual();
	reader.end = start + 1;
	return false;
}

/** Behind a value of a block stands a comment or nothing; the parser lets pass what follows a closing quote or bracket. */
function checkRest({ text, end, isWhole }: Reader): void {
	if (isWhole) return;
	const at = afterSpaces(text, end);
	const next = text[at];
	if (next !== undefined && next !== '\n' && !(next === '#' && at > end)) unusual();
}

/** A block ends with the line of its last value, a list or map in brackets with its bracket. */
function close({ start, style }: MappingEvent | SequenceEvent, bracket: string, reader: Reader): void {
	const { text, end } = reader;
	if (style === COLLECTION_STYLE.BLOCK) {
		if (reader.isWhole && text[end - 1] !== '\n' && isCommentBehind(text, end)) unusual();
		leave(reader, start, reader.isWhole ? end : afterLine(text, end), true);
		return;
	}
	const rest = /\s*(?:,\s*)?/y;
	rest.lastIndex = end;
	rest.test(text);
	if (text[rest.lastIndex] !== bracket) unusual();
	leave(reader, start, rest.lastIndex + 1, false);
}

/** A comment line below. Behind a key without a value it would belong to that. */
function isCommentBehind(text: string, from: number): boolean {
	const gap = /\s*/y;
	gap.lastIndex = from;
	gap.test(text);
	return text[gap.lastIndex] === '#';
}

function afterLine(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end === -1 ? text.length : end + 1;
}
