import type { ApiBoardList } from '../../../../schemas/index.ts';
import { BOARD_NAMES, type BoardName, type Boards, type SiteModel } from '../../../model/index.ts';
import { boardText } from '../../i18n/boards/index.ts';
import { boardRoute } from '../../plan/addresses.ts';
import { boardFile } from '../../plan/board-targets.ts';
import { boardCount } from '../../plan/board-words.ts';
import type { SiteIndex } from '../../plan/site-index.ts';
import { type Answer, documentsIn, pagesAt, perLanguage } from './answer.ts';
import { envelopeOf, urlOf } from './documents.ts';

/**
 * The list of boards and every board: `data` is what the board shows, with keys, ids and numbers; texts of
 * documents come in the languages that they exist in. `documents` has the titles of all ids in `data`.
 */
export function boardAnswers(model: SiteModel, index: SiteIndex): Answer[] {
	const { boards } = model;
	if (!boards) return [];
	return [
		{
			path: 'api/boards.json',
			schema: 'boards',
			description: 'The boards, and what each of them counts.',
			make: () => listOf(index, boards),
		},
		...BOARD_NAMES.map(
			(board): Answer => ({
				path: boardFile(board),
				schema: `board-${board}`,
				description: `Board: ${boardText.en.title[board]}.`,
				make: () => ({
					...envelopeOf(model),
					...headOf(index, boards, board),
					documents: documentsIn(model, boards[board]),
					data: boards[board],
				}),
			}),
		),
	];
}

function listOf(index: SiteIndex, boards: Boards): ApiBoardList {
	const { model } = index;
	return {
		...envelopeOf(model),
		boards: BOARD_NAMES.map((board) => ({
			...headOf(index, boards, board),
			json: urlOf(model, `/${boardFile(board)}`),
		})),
	};
}

function headOf(index: SiteIndex, boards: Boards, board: BoardName) {
	return {
		board,
		...boardCount(boards, board),
		title: perLanguage(index.model, (view) => boardText[view.interfaceLanguage].title[board]),
		pages: pagesAt(index, (view) => boardRoute(view, board)),
	};
}
