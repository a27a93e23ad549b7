import {
	type CompileConfig,
	type Document,
	type DocumentGraph,
	type Fence,
	FILE_START,
	type Finding,
	inForce,
	isForeignFolder,
	type LineSpan,
	nearest,
	type SourceRange,
	type TextEdit,
} from '../model/index.ts';
import { languageOf, SYMBOL_LANGUAGES } from './code/language.ts';
import { findRegion, isAnyMarker, regionFault, regionNames } from './code/region.ts';
import { findSymbol, similarSymbols } from './code/symbol.ts';
import { checkCodePaths, filesOfGlob, type ListFolder } from './code-paths.ts';
import { codeNotes } from './notes.ts';
import { codePartMissing, includeDrift, includeMissing, regionAgain } from './source-findings.ts';
import { linesOf } from './spans.ts';

/** Text of a file of the repository, by its path as a document (`from`) writes it; undefined when missing. */
export interface ReadCode {
	(path: string, from: string): string | undefined;
	/** Left out where nobody knows what else there is. */
	readonly list?: ListFolder;
}

/**
 * Compares fences that name their source (```` ```python file=src/hold.py region=check ````, `symbol=`, or the whole
 * file) with it, and looks whether the symbols and regions of `code` entries exist. Indentation that all lines share
 * and the markers of inner regions do not count.
 */
export function checkIncludes(graph: DocumentGraph, config: CompileConfig, read: ReadCode): Finding[] {
	// Other tools have their own meaning of these words.
	if (isForeignFolder(config, graph.nodes.values())) return [];
	return [
		...(read.list ? checkCodePaths(graph, read.list) : []),
		...[...graph.nodes.values()].flatMap((document) =>
			document.plainFences || !inForce(document)
				? []
				: document.fences.flatMap((fence) => checkFence(document, fence, read)),
		),
		...codeNotes(graph).flatMap(({ original, code }) =>
			code.flatMap(({ pointer, path, repo, symbol, region }) => {
				// Other repositories are not here.
				if (repo !== undefined || (symbol ?? region) === undefined) return [];
				const text = read(path, '');
				const place = (type: string): SourceRange =>
					original.positions[`${pointer}/${type}`]?.value ?? FILE_START;
				if (text === undefined) {
					// A glob has no one text: any of its files may define the symbol.
					const files = symbol === undefined || !read.list ? undefined : filesOfGlob(path, read.list);
					return symbol === undefined || !files?.length
						? []
						: symbolOfAny(original.file, place('symbol'), path, symbol, files, read);
				}
				const source = { file: path, lines: linesOf(text) };
				return [
					...(symbol === undefined ? [] : symbolFindings(original.file, place('symbol'), source, symbol)),
					...(region === undefined ? [] : regionFindings(original.file, place('region'), source, region)),
				];
			}),
		),
	];
}

interface Source {
	readonly file: string;
	readonly region?: string;
	readonly symbol?: string;
}

/** `file=…`, `region=…` and `symbol=…` of a fence's info string; values with spaces stand in quotes. */
export function sourceOfFence(meta: string): Source | undefined {
	const values = new Map<string, string>();
	for (const [, key = '', quoted, plain] of meta.matchAll(
		/(?:^|\s)(file|region|symbol)=(?:"([^"]*)"|(\S+))/g,
	)) {
		values.set(key, quoted ?? plain ?? '');
	}
	const file = values.get('file');
	if (!file) return undefined;
	const [region, symbol] = [values.get('region'), values.get('symbol')];
	return { file, ...(region ? { region } : {}), ...(symbol ? { symbol } : {}) };
}

function checkFence(document: Document, fence: Fence, read: ReadCode): Finding[] {
	const source = sourceOfFence(fence.meta);
	if (!source) return [];
	const start = { line: fence.range.start.line, column: fence.range.start.column };
	const range = { start, end: start };
	const text = read(source.file, document.file);
	if (text === undefined) {
		return [{ code: includeMissing.code, file: document.file, range, params: { path: source.file } }];
	}
	const lines = linesOf(text);
	const { file, symbol, region } = source;
	const faults =
		symbol !== undefined
			? symbolFindings(document.file, range, { file, lines }, symbol)
			: region === undefined
				? []
				: regionFindings(document.file, range, { file, lines }, region);
	const span = spanOf(lines, source);
	if (faults.length > 0 || !span) return faults;
	const wanted = normal(lines.slice(span.first - 1, span.last));
	const shown = normal(fence.value.split('\n'));
	if (wanted.join('\n') === shown.join('\n')) return [];
	return [drift(document, fence, source, span, wanted, shown)];
}

function spanOf(lines: readonly string[], { file, region, symbol }: Source): LineSpan | undefined {
	if (symbol !== undefined) return findSymbol(lines, file, symbol);
	if (region !== undefined) return findRegion(lines, region);
	return { first: 1, last: lines.length };
}

function drift(
	document: Document,
	fence: Fence,
	{ file, region, symbol }: Source,
	span: LineSpan,
	wanted: readonly string[],
	shown: readonly string[],
): Finding {
	let same = 0;
	while (same < Math.min(wanted.length, shown.length) && wanted[same] === shown[same]) same++;
	let tail = 0;
	while (tail < Math.min(wanted.length, shown.length) - same && wanted.at(-1 - tail) === shown.at(-1 - tail))
		tail++;
	const line = Math.min(fence.contentLine + same, Math.max(fence.contentLine, fence.range.end.line - 1));
	const length = shown[same]?.length ?? 0;
	const start = { line, column: fence.contentColumn };
	return {
		code: includeDrift.code,
		file: document.file,
		range: { start, end: { line, column: fence.contentColumn + length } },
		params: {
			path: file,
			part: symbol ?? region ?? '',
			first: (wanted[same] ?? '').trim().slice(0, 80).replaceAll('`', '´'),
			added: wanted.length - same - tail,
			removed: shown.length - same - tail,
			place: `${file}:${span.first}-${span.last}`,
		},
		...fixOf(document, fence, wanted),
	};
}

/** Only where the content stands at the margin: what is inside a list or a quote has a prefix on each line. */
function fixOf(
	document: Document,
	fence: Fence,
	wanted: readonly string[],
): { readonly fix?: readonly TextEdit[] } {
	const isPlain = fence.contentColumn === 1 && fence.range.start.column === 1;
	// A line that looks like the fence's own end would close it early.
	if (!isPlain || wanted.some((line) => /^\s{0,3}(?:`{3,}|~{3,})/.test(line))) return {};
	const lines = fence.value === '' ? 0 : fence.value.split('\n').length;
	if (fence.range.end.line !== fence.contentLine + lines) return {};
	const range = {
		start: { line: fence.contentLine, column: 1 },
		end: { line: fence.contentLine + lines, column: 1 },
	};
	return { fix: [{ file: document.file, range, newText: `${wanted.join('\n')}\n` }] };
}

interface CodeText {
	readonly file: string;
	readonly lines: readonly string[];
}

function symbolFindings(
	file: string,
	range: SourceRange,
	{ file: path, lines }: CodeText,
	name: string,
): Finding[] {
	if (findSymbol(lines, path, name)) return [];
	const languages = languageOf(path) === undefined ? SYMBOL_LANGUAGES : '';
	return [
		{
			code: codePartMissing.code,
			file,
			range,
			params: { type: 'symbol', path, name, languages },
			...suggesting(similarSymbols(lines, path, name)),
		},
	];
}

/** A symbol that none of several files defines. */
function symbolOfAny(
	file: string,
	range: SourceRange,
	path: string,
	name: string,
	files: readonly string[],
	read: ReadCode,
): Finding[] {
	const texts = files.map((each) => ({ path: each, lines: linesOf(read(each, '') ?? '') }));
	if (texts.some(({ path: each, lines }) => findSymbol(lines, each, name))) return [];
	const isReadable = files.some((each) => languageOf(each) !== undefined);
	const near = new Set(texts.flatMap(({ path: each, lines }) => similarSymbols(lines, each, name)));
	return [
		{
			code: codePartMissing.code,
			file,
			range,
			params: { type: 'symbol', path, name, languages: isReadable ? '' : SYMBOL_LANGUAGES },
			...suggesting([...near].slice(0, 3)),
		},
	];
}

function regionFindings(
	file: string,
	range: SourceRange,
	{ file: path, lines }: CodeText,
	name: string,
): Finding[] {
	const fault = regionFault(lines, name);
	if (!fault && findRegion(lines, name)) return [];
	const code = fault?.fault === 'again' ? regionAgain.code : codePartMissing.code;
	const params = { type: 'region', path, name, line: fault?.line ?? 0 };
	return [{ code, file, range, params, ...(fault ? {} : suggesting(nearest(name, regionNames(lines)))) }];
}

function suggesting(values: readonly string[]): Pick<Finding, 'suggestions'> {
	return values.length > 0 ? { suggestions: values.map((value) => ({ value })) } : {};
}

/** Lines as both sides are compared and written: no markers, no blank edges, no common indentation, no trailing space. */
function normal(lines: readonly string[]): string[] {
	const kept = lines.filter((line) => !isAnyMarker(line)).map((line) => line.trimEnd());
	while (kept[0] === '') kept.shift();
	while (kept.at(-1) === '') kept.pop();
	const depths = kept.filter(Boolean).map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
	const least = depths.length > 0 ? Math.min(...depths) : 0;
	return kept.map((line) => line.slice(least));
}
