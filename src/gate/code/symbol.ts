import { type LineSpan, nearest } from '../../model/index.ts';
import { abapDefinition } from './abap.ts';
import { braceDefinition } from './braces.ts';
import type { FindDefinition } from './definition.ts';
import { jsonBlock } from './json-block.ts';
import { languageOf } from './language.ts';
import { pythonDefinition } from './python.ts';
import { sqlDefinition } from './sql.ts';

const FINDERS: Readonly<Record<string, FindDefinition>> = {
	python: pythonDefinition,
	braces: braceDefinition,
	sql: sqlDefinition,
	abap: abapDefinition,
	json: jsonBlock,
};

/**
 * The lines that define `name` in a file of a language that {@link languageOf} knows: a search for the words that
 * open a definition, not a parser. `Class.method` is looked for inside the class. Undefined when there is none.
 */
export function findSymbol(lines: readonly string[], path: string, name: string): LineSpan | undefined {
	const find = FINDERS[languageOf(path) ?? ''];
	if (!find || name.trim() === '') return undefined;
	const whole = { first: 1, last: lines.length };
	const exact = find(lines, name, whole);
	if (exact || languageOf(path) === 'json') return exact;
	const parts = name.split(/\.|::|->|=>|~/).filter(Boolean);
	if (parts.length < 2) return undefined;
	let bounds: LineSpan | undefined = whole;
	for (const part of parts) bounds = bounds && find(lines, part, bounds);
	return bounds;
}

const MOST = 3;

/** Symbols of the file whose names are like `name`, which it does not define; of a member, members of the same class. */
export function similarSymbols(lines: readonly string[], path: string, name: string): string[] {
	const [, owner = '', own = ''] = /^(.*(?:\.|::|->|=>|~))?(.*)$/s.exec(name) ?? [];
	const words = new Set(lines.join('\n').match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
	words.delete(own);
	return nearest(own, words, MOST * MOST)
		.map((word) => owner + word)
		.filter((symbol) => findSymbol(lines, path, symbol))
		.slice(0, MOST);
}
