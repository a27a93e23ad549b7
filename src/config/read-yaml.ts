import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	parseDocument,
	visit,
} from 'yaml';
import type { SourceRange } from '../model/index.ts';

export interface YamlProblem {
	readonly message: string;
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
	const lines = new LineCounter();
	const problems: YamlProblem[] = [];
	const keys = new Map<string, SourceRange>();
	const values = new Map<string, SourceRange>();
	const document = parse(text, lines, problems);
	if (!document) return { data: undefined, problems, keys, values };
	const rangeOf = (from: number, to: number): SourceRange => ({
		start: point(lines, from),
		end: point(lines, to),
	});
	for (const error of [...document.errors, ...document.warnings]) {
		problems.push({ message: firstLine(error.message), range: rangeOf(error.pos[0], error.pos[1]) });
	}
	problems.push(...refusals(document, rangeOf));
	if (problems.length > 0) return { data: undefined, problems, keys, values };
	record(document.contents, '', { keys, values, rangeOf });
	return { data: document.toJS({ maxAliasCount: 0 }), problems, keys, values };
}

function parse(text: string, lines: LineCounter, problems: YamlProblem[]): Document.Parsed | undefined {
	try {
		return parseDocument(text, { version: '1.2', lineCounter: lines, stringKeys: true, prettyErrors: false });
	} catch (error) {
		// The parser recurses: text nested thousands deep ends its stack instead of giving an error.
		if (!(error instanceof RangeError)) throw error;
		const start = { line: 1, column: 1 };
		problems.push({ message: 'nested too deeply', range: { start, end: start } });
		return undefined;
	}
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
	const found: YamlProblem[] = [];
	visit(document, {
		Alias: (_key, node) => {
			const [from, to] = node.range ?? [0, 0];
			found.push({ message: `alias *${node.source} (aliases are not allowed)`, range: rangeOf(from, to) });
		},
		Pair: (_key, { key }) => {
			if (!isScalar(key) || !REFUSED_KEYS.has(String(key.value))) return;
			const [from, to] = key.range ?? [0, 0];
			found.push({ message: `key ${String(key.value)} (not allowed)`, range: rangeOf(from, to) });
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
