import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../src/model/index.ts';

/** A line of a file by its number, from 1; undefined where there is none. */
export type LineOf = (file: string, line: number) => string | undefined;

/** Lines by file and number. */
export type KnownLines = Readonly<Record<string, Readonly<Record<number, string>>>>;

/** Characters of a line that is worth keeping. */
const LONGEST = 1000;

/** The lines that findings begin on, to be kept with them: to show findings again no file need be read. */
export function linesOf(diagnostics: readonly Diagnostic[], lineOf: LineOf): KnownLines {
	const lines: Record<string, Record<number, string>> = Object.create(null);
	for (const { file, range } of diagnostics) {
		const { line } = range.start;
		const text = lineOf(file, line);
		if (text === undefined || text.length > LONGEST) continue;
		lines[file] = Object.assign(lines[file] ?? {}, { [line]: text });
	}
	return lines;
}

/** A file and the line that was last looked up in it. */
interface Place {
	readonly text: string;
	/** From 1. */
	line: number;
	/** Where it starts in the text. */
	start: number;
}

/**
 * Lines of the project's files for code frames. A file is read once, when first needed, and looked through once, since
 * findings come in order: most stand near the top, and no file is cut to pieces for one line.
 */
export function sourceLines(root: string, known: KnownLines = {}): LineOf {
	const files = new Map<string, Place>();
	return (file, line) => {
		if (!file) return undefined;
		const text = known[file]?.[line];
		if (text !== undefined) return text;
		let place = files.get(file);
		if (!place || place.line > line) {
			place = { text: place?.text ?? readText(join(root, file)), line: 1, start: 0 };
			files.set(file, place);
		}
		return lineAt(place, line);
	};
}

function readText(path: string): string {
	try {
		return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
	} catch {
		return '';
	}
}

function lineAt(place: Place, line: number): string | undefined {
	const end = /\r\n|\n|\r/g;
	for (end.lastIndex = place.start; ; place.line++, place.start = end.lastIndex) {
		const found = end.exec(place.text);
		if (place.line === line) return place.text.slice(place.start, found?.index);
		if (!found) return undefined;
	}
}
