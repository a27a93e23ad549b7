import {
	BOARD_NAMES,
	type BoardName,
	type Boards,
	type DocumentId,
	type LanguageTag,
	type SiteModel,
} from '../../model/index.ts';
import { boardText } from '../i18n/boards/index.ts';
import { boardFile } from '../plan/board-targets.ts';
import { boardCount } from '../plan/board-words.ts';
import type { SiteFiles } from './site-file.ts';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const SCHEMA_VERSION = 1;

/**
 * Every board as data, `boards/<name>.json`, and `boards/index.json` that lists them: `{schemaVersion, board, asOf,
 * count, alarm, title, documents, data}`. `data` is what the board shows, with keys, ids and numbers; texts of
 * documents come in the languages that they exist in. `documents` has the titles of all ids in `data`.
 */
export const boardFiles: SiteFiles = function* (model) {
	const { boards } = model;
	if (!boards) return;
	yield { path: 'boards/index.json', text: () => listText(boards) };
	for (const board of BOARD_NAMES) {
		yield { path: boardFile(board), text: () => boardFileText(model, boards, board) };
	}
};

function titleOf(board: BoardName): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(boardText).map(([lang, text]) => [lang, text.title[board]]));
}

function headOf(boards: Boards, board: BoardName) {
	return { board, asOf: boards.asOf, ...boardCount(boards, board), title: titleOf(board) };
}

function listText(boards: Boards): string {
	const list = BOARD_NAMES.map((board) => ({ ...headOf(boards, board), path: boardFile(board) }));
	return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, asOf: boards.asOf, boards: list })}\n`;
}

function boardFileText(model: SiteModel, boards: Boards, board: BoardName): string {
	const data = boards[board];
	const ids = new Set(JSON.stringify(data).match(/\b(?:PR|LOG|DN|RB)-[A-Z0-9]{1,8}-\d{3,6}\b/g) ?? []);
	const reviewed = new Set(boards.freshness.map((row) => row.id));
	const documents: Record<DocumentId, Record<LanguageTag, string>> = {};
	for (const { id, lang, title } of model.pages) {
		const isShown = ids.has(id) || (board === 'freshness' && reviewed.has(id));
		if (isShown) documents[id] = { ...documents[id], [lang]: title };
	}
	const file = { schemaVersion: SCHEMA_VERSION, ...headOf(boards, board), documents, data };
	return `${JSON.stringify(file)}\n`;
}
