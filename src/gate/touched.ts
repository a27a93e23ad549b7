import type { ChangeSet, ChangeTexts, FileChange, LineSpan, TouchedCode } from '../model/index.ts';
import { findRegion } from './code/region.ts';
import { findSymbol } from './code/symbol.ts';
import { type CodeEntry, type CodeNote, coveredBy, isHere } from './notes.ts';
import { objectPlace } from './objects.ts';
import { joined, linesAt, linesOf, within } from './spans.ts';

/** Code that a note covers and that changed: by its `code` entries first, by the names of its objects else. */
export function touchedCode(
	notes: readonly CodeNote[],
	changes: ChangeSet,
	texts: ChangeTexts,
	isDocument: (path: string) => boolean,
): TouchedCode[] {
	const code = changes.files.filter(
		({ path, oldPath }) => !isDocument(path) && !(oldPath !== undefined && isDocument(oldPath)),
	);
	return code.length === 0 ? [] : notes.flatMap((note) => touchedOf(note, code, changes, texts));
}

function touchedOf(
	note: CodeNote,
	files: readonly FileChange[],
	{ prefix, names }: ChangeSet,
	texts: ChangeTexts,
): TouchedCode[] {
	const entries = note.code.filter(({ repo }) => isHere(repo, names));
	const covers = entries.map((entry) => ({ entry, covered: coveredBy(entry.path, prefix) }));
	const found = new Map<string, TouchedCode>();
	const add = (touched: TouchedCode | undefined): void => {
		if (!touched) return;
		const known = found.get(touched.change.path);
		const lines = joined([...(known?.lines ?? []), ...touched.lines]);
		found.set(touched.change.path, known ? { ...known, lines } : touched);
	};
	for (const change of files) {
		for (const { entry, covered } of covers) add(byEntry(note, entry, covered, change, texts));
		if (found.has(change.path) || covers.some(({ covered }) => covered(change.path))) continue;
		// A note about the code of other repositories says nothing about objects of the same name here.
		if (note.code.length > 0 && entries.length === 0) continue;
		for (const { name, pointer } of note.objects) {
			const place = objectPlace(name, change);
			if (place === undefined) continue;
			add(
				place.symbol === undefined
					? whole(note, pointer, change, name)
					: part(note, pointer, change, texts, { name, symbol: place.symbol }),
			);
		}
	}
	return [...found.values()];
}

function byEntry(
	note: CodeNote,
	entry: CodeEntry,
	covered: (path: string) => boolean,
	change: FileChange,
	texts: ChangeTexts,
): TouchedCode | undefined {
	const { path, oldPath = path } = change;
	if (!covered(path) && !covered(oldPath)) return undefined;
	const { pointer, symbol, region } = entry;
	// Moved out of what the note names: it no longer covers it, whatever the content.
	if (!covered(path)) return { id: note.id, pointer, change, lines: [] };
	if (symbol === undefined && region === undefined) return whole(note, pointer, change);
	const places = [
		...(symbol === undefined
			? []
			: [part(note, pointer, change, texts, { name: symbol, symbol, orWhole: true })]),
		...(region === undefined ? [] : [part(note, pointer, change, texts, { name: region, orWhole: true })]),
	];
	return places.find(Boolean);
}

function whole(
	{ id }: CodeNote,
	pointer: string,
	change: FileChange,
	name?: string,
): TouchedCode | undefined {
	if (!change.content && change.status !== 'deleted') return undefined;
	return { id, pointer, change, lines: change.lines, ...(name === undefined ? {} : { part: name }) };
}

interface Part {
	readonly name: string;
	/** Left out for a region. */
	readonly symbol?: string;
	readonly orWhole?: boolean;
}

/** A symbol, or a region where `symbol` is left out: touched when its own text differs between the two states. */
function part(
	note: CodeNote,
	pointer: string,
	change: FileChange,
	texts: ChangeTexts,
	{ name, symbol, orWhole = false }: Part,
): TouchedCode | undefined {
	const find = (text: string | undefined, path: string): LineSpan | undefined => {
		if (text === undefined) return undefined;
		const lines = linesOf(text);
		return symbol === undefined ? findRegion(lines, name) : findSymbol(lines, path, symbol);
	};
	const now = change.status === 'deleted' ? undefined : texts.now(change.path);
	const before = texts.before(change.path);
	const span = find(now, change.path);
	const earlier = find(before, change.oldPath ?? change.path);
	// An entry that is found in neither state stands for the whole file: better asked once too often.
	if (!span && !earlier) return orWhole ? whole(note, pointer, change, name) : undefined;
	const written = (text: string | undefined, at: LineSpan | undefined): string | undefined =>
		text === undefined || !at ? undefined : linesAt(text, at);
	if (written(now, span) === written(before, earlier)) return undefined;
	const lines = span ? within(change.lines, span) : [];
	return {
		id: note.id,
		pointer,
		change,
		lines: lines.length > 0 ? lines : span ? [span] : change.lines.slice(0, 1),
		part: name,
	};
}
