import type { WorkspaceEdit } from 'vscode-languageserver';
import { placesOf } from '../../src/fixes/index.ts';
import type { TextEdit } from '../../src/model/index.ts';
import { editOf } from './positions.ts';

/** Edits by file, as editors take them. */
export function workspaceEdit(
	edits: readonly TextEdit[],
	addressOf: (path: string) => string,
): WorkspaceEdit {
	const byFile = Map.groupBy(edits, ({ file }) => addressOf(file));
	return { changes: Object.fromEntries([...byFile].map(([uri, some]) => [uri, some.map(editOf)])) };
}

/** The smallest single edit between two texts. */
export function difference(file: string, before: string, after: string): TextEdit {
	let start = 0;
	while (start < before.length && before[start] === after[start]) start++;
	let end = 0;
	const most = Math.min(before.length, after.length) - start;
	while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
	const range = placesOf(before).range(start, before.length - end);
	return { file, range, newText: after.slice(start, after.length - end) };
}
