import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { WorkspaceView } from '../../src/compiler/workspace/index.ts';
import { placesOf } from '../../src/fixes/index.ts';
import { type Document, FILE_START, type SourceRange } from '../../src/model/index.ts';
import { processSteps } from './goals.ts';
import { rangeOf } from './positions.ts';

interface Outlined {
	readonly name: string;
	readonly detail: string;
	readonly kind: SymbolKind;
	readonly depth: number;
	readonly range: SourceRange;
}

/** The outline of a document: steps of a process, then headings with what stands below them. */
export function outlineOf(document: Document, text: string): DocumentSymbol[] {
	const places = placesOf(text);
	const end = places.range(text.length, text.length).end;
	const headings = document.headings.map(
		({ text: name, id, depth, range }): Outlined => ({
			name: name || `#${id}`,
			detail: `#${id}`,
			kind: SymbolKind.String,
			depth,
			range,
		}),
	);
	return [...stepSymbols(document), ...nested(headings, end)];
}

function stepSymbols(document: Document): DocumentSymbol[] {
	const list = document.positions['/steps'];
	const steps = processSteps(document).flatMap(({ step, name, pointer }): DocumentSymbol[] => {
		const range = document.positions[pointer]?.value;
		const own = document.positions[`${pointer}/id`]?.value;
		if (!range) return [];
		const selectionRange = rangeOf(own ?? range);
		return [{ name, detail: step, kind: SymbolKind.Function, range: rangeOf(range), selectionRange }];
	});
	if (!list || steps.length === 0) return [];
	const range = { start: list.key?.start ?? list.value.start, end: list.value.end };
	return [
		{
			name: 'steps',
			kind: SymbolKind.Array,
			range: rangeOf(range),
			selectionRange: rangeOf(list.key ?? list.value),
			children: steps,
		},
	];
}

/** Headings as a tree; each reaches to the next one that is not below it. */
function nested(flat: readonly Outlined[], end: SourceRange['end']): DocumentSymbol[] {
	const roots: DocumentSymbol[] = [];
	const open: { depth: number; children: DocumentSymbol[] }[] = [];
	for (const [index, { name, detail, kind, depth, range }] of flat.entries()) {
		while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
		const next = flat.slice(index + 1).find((each) => each.depth <= depth);
		const children: DocumentSymbol[] = [];
		const whole = { start: range.start, end: next?.range.start ?? end };
		const symbol = { name, detail, kind, range: rangeOf(whole), selectionRange: rangeOf(range), children };
		(open.at(-1)?.children ?? roots).push(symbol);
		open.push({ depth, children });
	}
	return roots;
}

/** Documents and steps of processes whose id, title or name holds what was typed, letter case and width aside. */
export function findSymbols(
	view: WorkspaceView,
	query: string,
	addressOf: (path: string) => string,
): WorkspaceSymbol[] {
	const wanted = folded(query);
	const isWanted = (...texts: string[]): boolean => texts.some((text) => folded(text).includes(wanted));
	return view.documents.flatMap((document) => {
		const at = (range: SourceRange) => ({ uri: addressOf(document.file), range: rangeOf(range) });
		const isPage = document.kind === 'page';
		const own: WorkspaceSymbol = {
			name: isPage ? document.title : `${document.id} ${document.title}`,
			kind: SymbolKind.File,
			containerName: document.file,
			location: at(document.positions['/id']?.value ?? FILE_START),
		};
		const steps = processSteps(document).map(({ step, name, pointer }): [string, WorkspaceSymbol] => [
			step,
			{
				name,
				kind: SymbolKind.Function,
				containerName: `${document.id} ${document.title}`,
				location: at(document.positions[`${pointer}/id`]?.value ?? FILE_START),
			},
		]);
		return [
			...(isWanted(document.id, document.title, document.file) ? [own] : []),
			...steps
				.filter(([step, { name }]) => wanted !== '' && isWanted(step, name))
				.map(([, symbol]) => symbol),
		];
	});
}

function folded(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}
