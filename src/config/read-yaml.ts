import { createRequire } from 'node:module';
import type { Document, LineCounter, Node } from 'yaml';
import type { SourceRange } from '../model/index.ts';
import { readPlainly } from '../yaml/plain.ts';

type Library = typeof import('yaml');

let loaded: Library | undefined;

/** Loaded when the first text needs it: most settings are plain, and a start should not wait for it. */
function library(): Library {
	loaded ??= createRequire(import.meta.url)('yaml') as Library;
	return loaded;
}

export interface YamlProblem {
	/** The parser's error code, or `alias`, `refused-key`, `nesting`. */
	readonly cause: string;
	/** The parser's own text; '' for our causes. */
	readonly detail: string;
	readonly range: SourceRange;
}

/** Settings as written, with the place of every key and value by JSON pointer. */
export interface YamlText {
	readonly data: unknown;
	readonly problems: readonly YamlProblem[];
	readonly keys: ReadonlyMap<string, SourceRange>;
	readonly values: ReadonlyMap<string, SourceRange>;
}

/** Names through which a map of plain JavaScript would reach its prototype. */
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads YAML 1.2 data. Aliases are refused (a few of them can stand for gigabytes), and so are keys
 * that other programs mistake for prototypes; each is a problem with its place. Data is undefined
 * when there are problems, because half-read settings would produce follow-up errors.
 */
export function readYaml(text: string): YamlText {
	if (text === '') return NOTHING;
	return readSettingsPlainly(text) ?? readSettingsCarefully(text);
}

const NOTHING: YamlText = { data: null, problems: [], keys: new Map(), values: new Map() };

/** What only looks like a number: settings take `1.10` for one, frontmatter does not. */
const LIKE_NUMBER = /^[-+]?(?:\d|\.\d|\.inf$|\.nan$)/i;

/**
 * What {@link readSettingsCarefully} says of settings in which nothing is out of the ordinary; undefined of all others.
 * What goes on to the end of the file ends with its last character here, there behind its last line end.
 */
export function readSettingsPlainly(text: string): YamlText | undefined {
	const plain = readPlainly(text.endsWith('\n') ? text.slice(0, -1) : text);
	if (!plain) return undefined;
	const keys = new Map<string, SourceRange>();
	const values = new Map<string, SourceRange>();
	for (const [pointer, { key, value }] of Object.entries(plain.positions)) {
		if (key) keys.set(pointer, key);
		values.set(pointer, value);
	}
	const data = ordinary(plain.data);
	return data === undefined ? undefined : { data, problems: [], keys, values };
}

/** The same in ordinary objects; undefined where a text may be a number. */
function ordinary(value: unknown): unknown {
	if (typeof value === 'string') return LIKE_NUMBER.test(value) ? undefined : value;
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, each]) => [key, ordinary(each)] as const);
	if (entries.some(([, each]) => each === undefined)) return undefined;
	return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

export function readSettingsCarefully(text: string): YamlText {
	const keys = new Map<string, SourceRange>();
	const values = new Map<string, SourceRange>();
	const failed = (problems: readonly YamlProblem[]): YamlText => ({
		data: undefined,
		problems,
		keys,
		values,
	});
	const deep = nestingProblem(text);
	if (deep !== undefined) {
		const line = text.slice(0, deep).split('\n').length;
		const start = { line, column: deep - text.lastIndexOf('\n', deep - 1) };
		return failed([{ cause: 'nesting', detail: '', range: { start, end: start } }]);
	}
	const { LineCounter, parseDocument } = library();
	const lines = new LineCounter();
	const document = parseDocument(text, {
		version: '1.2',
		lineCounter: lines,
		stringKeys: true,
		prettyErrors: false,
	});
	const rangeOf = (from: number, to: number): SourceRange => ({
		start: point(lines, from),
		end: point(lines, to),
	});
	const problems: YamlProblem[] = [...document.errors, ...document.warnings].map((error) => ({
		cause: error.code,
		detail: firstLine(error.message),
		range: rangeOf(error.pos[0], error.pos[1]),
	}));
	problems.push(...refusals(document, rangeOf));
	if (problems.length > 0) return failed(telling(problems));
	record(document.contents, '', { keys, values, rangeOf });
	return { data: document.toJS({ maxAliasCount: 0 }), problems, keys, values };
}

/** Settings need a handful of levels; the parser recurses and would end its stack on thousands of them. */
const DEEPEST = 100;

function nestingProblem(text: string): number | undefined {
	const dashes = text.search(new RegExp(`(- ){${DEEPEST}}`));
	if (dashes !== -1) return dashes;
	let depth = 0;
	for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
		depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
		if (depth > DEEPEST) return index;
	}
	return undefined;
}

/** One mistake often upsets the parser several times: one problem per line and cause, and not too many. */
function telling(problems: readonly YamlProblem[]): YamlProblem[] {
	const seen = new Map<string, YamlProblem>();
	for (const problem of problems) {
		const key = `${problem.cause}:${problem.range.start.line}`;
		if (!seen.has(key)) seen.set(key, problem);
	}
	return [...seen.values()].slice(0, 20);
}

function firstLine(message: string): string {
	return message.split('\n', 1)[0]?.replace(/:$/, '') ?? message;
}

function point(lines: LineCounter, offset: number): SourceRange['start'] {
	const { line, col } = lines.linePos(offset);
	return { line: Math.max(1, line), column: Math.max(1, col) };
}

type RangeOf = (from: number, to: number) => SourceRange;

function refusals(document: Document.Parsed, rangeOf: RangeOf): YamlProblem[] {
	const { isScalar, visit } = library();
	const found: YamlProblem[] = [];
	visit(document, {
		Alias: (_key, node) => {
			const [from, to] = node.range ?? [0, 0];
			found.push({ cause: 'alias', detail: '', range: rangeOf(from, to) });
		},
		Pair: (_key, { key }) => {
			if (!isScalar(key) || !REFUSED_KEYS.has(String(key.value))) return;
			const [from, to] = key.range ?? [0, 0];
			found.push({ cause: 'refused-key', detail: '', range: rangeOf(from, to) });
		},
	});
	return found;
}

interface Places {
	readonly keys: Map<string, SourceRange>;
	readonly values: Map<string, SourceRange>;
	readonly rangeOf: RangeOf;
}

function record(node: Node | null, pointer: string, places: Places): void {
	const { isAlias, isMap, isScalar, isSeq } = library();
	if (!node?.range || isAlias(node)) return;
	places.values.set(pointer, places.rangeOf(node.range[0], node.range[1]));
	if (isSeq(node)) {
		for (const [index, item] of node.items.entries()) record(item as Node, `${pointer}/${index}`, places);
	}
	if (!isMap(node)) return;
	for (const { key, value } of node.items) {
		if (!isScalar(key)) continue;
		const child = `${pointer}/${String(key.value).replaceAll('~', '~0').replaceAll('/', '~1')}`;
		if (key.range) places.keys.set(child, places.rangeOf(key.range[0], key.range[1]));
		record(value as Node | null, child, places);
	}
}
