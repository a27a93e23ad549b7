import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Finding, FrontmatterPositions, SourceRange } from '../../model/index.ts';
import {
	aliasRefused,
	duplicateKey,
	forbiddenKey,
	frontmatterNotMap,
	frontmatterTooDeep,
	yamlSyntax,
} from '../findings.ts';
import { lineTable } from '../lines.ts';

export interface YamlReading {
	readonly data: Readonly<Record<string, unknown>>;
	readonly positions: FrontmatterPositions;
	readonly findings: readonly Finding[];
}

/** Keys that reach the prototype of an object in code that is less careful than this. */
const FORBIDDEN: ReadonlySet<unknown> = new Set(['__proto__', 'constructor', 'prototype']);

/** Deeper than any schema, far above the call stack. */
const DEEPEST = 32;

/** One slip in YAML often makes several errors; the first ones tell. */
const MOST_ERRORS = 3;

interface Reader {
	readonly positions: Record<string, { key?: SourceRange; value: SourceRange }>;
	readonly rangeOf: (range: readonly number[] | null | undefined) => SourceRange;
	report(code: string, range: SourceRange, params?: Finding['params']): void;
}

/**
 * Reads YAML 1.2 (core schema) into null-prototype maps. `text` starts with the line end of the
 * opening fence, so that line 2 here is line 2 of the file. A plain scalar becomes a number only if the
 * number is written back the same: `7` is a number, `0755`, `1.10` and `0x1F` stay the texts they are.
 * Dates and times are texts. Never throws.
 */
export function readYaml(text: string, file: string): YamlReading {
	const findings: Finding[] = [];
	const lines = lineTable(text);
	const reader: Reader = {
		positions: Object.create(null),
		rangeOf: (range) => lines.range(range?.[0] ?? 0, range?.[1] ?? range?.[0] ?? 0),
		report: (code, range, params = {}) => findings.push({ code, file, range, params }),
	};
	const empty = { data: Object.create(null) as Record<string, unknown>, positions: {} };
	if (opensTooDeep(text)) {
		reader.report(frontmatterTooDeep.code, lines.range(0, 0), { most: DEEPEST });
		return { ...empty, findings };
	}
	const document = parseDocument(text, {
		schema: 'core',
		version: '1.2',
		prettyErrors: false,
		stringKeys: true,
		uniqueKeys: true,
	});
	for (const error of document.errors.slice(0, MOST_ERRORS)) {
		const code = error.code === 'DUPLICATE_KEY' ? duplicateKey.code : yamlSyntax.code;
		const range =
			error.code === 'DUPLICATE_KEY' ? keyRange(text, error.pos[0], lines) : reader.rangeOf(error.pos);
		reader.report(code, range, {
			problem: error.code,
			detail: error.message,
			key: wordAt(text, error.pos[0]),
		});
	}
	for (const warning of document.warnings) {
		reader.report(aliasRefused.code, reader.rangeOf(warning.pos), { what: text.slice(...warning.pos) });
	}
	const root = document.contents;
	if (root === null) return { ...empty, findings };
	if (!isMap(root)) {
		if (document.errors.length === 0) reader.report(frontmatterNotMap.code, reader.rangeOf(root.range));
		return { ...empty, findings };
	}
	const data = readMap(root, '', 0, reader);
	reader.positions[''] = { value: reader.rangeOf(root.range) };
	return { data, positions: reader.positions, findings };
}

/** A cheap look before parsing, whose recursion depth is the text's. Quoted brackets count too: no matter. */
function opensTooDeep(text: string): boolean {
	if (new RegExp(`(?:[-?][ \\t]+){${DEEPEST}}`).test(text)) return true;
	let depth = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === 91 || code === 123) {
			if (++depth > 3 * DEEPEST) return true;
		} else if (code === 93 || code === 125) depth = Math.max(0, depth - 1);
	}
	return false;
}

function keyRange(text: string, from: number, lines: ReturnType<typeof lineTable>): SourceRange {
	return lines.range(from, from + wordAt(text, from).length);
}

function wordAt(text: string, from: number): string {
	return /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:]*)/.exec(text.slice(from, from + 200))?.[0] ?? '';
}

function readMap(map: YAMLMap, pointer: string, depth: number, reader: Reader): Record<string, unknown> {
	const data: Record<string, unknown> = Object.create(null);
	for (const pair of map.items as Pair<Node | null, Node | null>[]) {
		const { key, value } = pair;
		if (!isScalar(key) || key.value === null) continue;
		const name = String(key.value);
		const range = reader.rangeOf(key.range);
		if (FORBIDDEN.has(name)) {
			reader.report(forbiddenKey.code, range, { key: name });
			continue;
		}
		const child = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
		data[name] = readNode(value, child, depth + 1, reader);
		const place = value?.range ? reader.rangeOf(value.range) : { start: range.end, end: range.end };
		reader.positions[child] = { key: range, value: place };
	}
	return data;
}

function readNode(node: Node | null, pointer: string, depth: number, reader: Reader): unknown {
	if (node === null) return null;
	if (depth > DEEPEST) {
		if (depth === DEEPEST + 1)
			reader.report(frontmatterTooDeep.code, reader.rangeOf(node.range), { most: DEEPEST });
		return null;
	}
	if (isMap(node)) return readMap(node, pointer, depth, reader);
	if (isSeq(node)) {
		return (node.items as (Node | null)[]).map((item, index) => {
			const child = `${pointer}/${index}`;
			reader.positions[child] = { value: reader.rangeOf(item?.range ?? node.range) };
			return readNode(item, child, depth + 1, reader);
		});
	}
	if (isAlias(node)) {
		reader.report(aliasRefused.code, reader.rangeOf(node.range), { what: `*${node.source}` });
		return null;
	}
	if (!isScalar(node)) return null;
	const { value, source } = node;
	if (typeof value === 'number') return source === undefined || String(value) === source ? value : source;
	return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
