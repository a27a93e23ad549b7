import { createRequire } from 'node:module';
import type { Node, Pair, YAMLMap, YAMLParseError } from 'yaml';
import type { Finding, FrontmatterPositions, SourceRange } from '../../model/index.ts';
import { lineTable } from '../../model/lines.ts';
import { DEEPEST, FORBIDDEN } from '../../yaml/plain.ts';
import {
	aliasRefused,
	duplicateKey,
	forbiddenKey,
	frontmatterNotMap,
	frontmatterTooDeep,
	yamlSyntax,
} from '../findings.ts';
import { openBefore } from './open-value.ts';
import { slipAt } from './slips.ts';

export interface YamlReading {
	readonly data: Readonly<Record<string, unknown>>;
	readonly positions: FrontmatterPositions;
	readonly findings: readonly Finding[];
}

type Library = typeof import('yaml');

let loaded: Library | undefined;

/** Loaded when the first text needs it: nearly all frontmatter is plain, and a start should not wait for it. */
function library(): Library {
	loaded ??= createRequire(import.meta.url)('yaml') as Library;
	return loaded;
}

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
		positions: {},
		rangeOf: (range) => lines.range(range?.[0] ?? 0, range?.[1] ?? range?.[0] ?? 0),
		report: (code, range, params = {}) => findings.push({ code, file, range, params }),
	};
	const empty = { data: Object.create(null) as Record<string, unknown>, positions: {} };
	const document = library().parseDocument(text, {
		schema: 'core',
		version: '1.2',
		prettyErrors: false,
		stringKeys: true,
		uniqueKeys: true,
	});
	for (const error of worstErrors(document.errors)) reportError(error, text, reader);
	for (const warning of document.warnings) {
		reader.report(aliasRefused.code, reader.rangeOf(warning.pos), { what: text.slice(...warning.pos) });
	}
	const root = document.contents;
	if (root === null) return { ...empty, findings };
	if (!library().isMap(root)) {
		if (document.errors.length === 0) reader.report(frontmatterNotMap.code, reader.rangeOf(root.range));
		return { ...empty, findings };
	}
	const data = readMap(root, '', 0, reader);
	reader.positions[''] = { value: reader.rangeOf(root.range) };
	return { data, positions: reader.positions, findings };
}

/**
 * What to tell: two keys alike are two mistakes, but behind a slip in the syntax the library errs on; so of these the
 * first only. When it ran out of stack, that alone.
 */
function worstErrors(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
	const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
	const first = errors.findIndex(({ code }) => code !== 'DUPLICATE_KEY');
	return exhausted
		? [exhausted]
		: errors.filter(({ code }, index) => code === 'DUPLICATE_KEY' || index === first);
}

/** The library's own errors, among them that it ran out of stack: a text of brackets. */
function reportError({ code, message, pos }: YAMLParseError, text: string, reader: Reader): void {
	const word = wordAt(text, pos[0]);
	if (code === 'RESOURCE_EXHAUSTION') {
		reader.report(frontmatterTooDeep.code, reader.rangeOf(pos), { most: DEEPEST });
	} else if (code === 'DUPLICATE_KEY') {
		reader.report(duplicateKey.code, reader.rangeOf([pos[0], pos[0] + word.length]), { key: word });
	} else {
		const open = openBefore(text, pos[0]);
		const slip = open || code === 'TAB_AS_INDENT' ? undefined : slipAt(text, pos[0]);
		const problem = open ? 'MISSING_CHAR' : (slip?.problem ?? code);
		const range = reader.rangeOf(open ?? (slip ? [slip.start, slip.end] : pos));
		reader.report(yamlSyntax.code, range, { problem, detail: slip?.meant ?? message });
	}
}

function wordAt(text: string, from: number): string {
	return /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:]*)/.exec(text.slice(from, from + 200))?.[0] ?? '';
}

function readMap(map: YAMLMap, pointer: string, depth: number, reader: Reader): Record<string, unknown> {
	const { isScalar } = library();
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
	const { isAlias, isMap, isScalar, isSeq } = library();
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
