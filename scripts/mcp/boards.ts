import * as z from 'zod';
import type { ApiBoardList } from '../../schemas/index.ts';
import { nearest, type SiteModel } from '../../src/model/index.ts';
import { siteFilesOf } from '../../src/site/files/index.ts';
import { type Cut, windowOf } from './board-window.ts';
import type { Knowledge } from './knowledge.ts';
import { defineTool, failed } from './tool.ts';

export const listBoards = defineTool({
	name: 'list_boards',
	title: 'List the boards',
	description:
		'The boards of the knowledge base: temporary measures, freshness, coverage, risks, permissions, continuity, customisations, upgrades, timeline, incidents; each with what it counts and how many of those need somebody.',
	input: z.object({}),
	run: async (knowledge) => {
		const boards = boardsOf(knowledge).map(({ board, title, count, alarm }) => ({
			name: board,
			title,
			count,
			alarm,
		}));
		if (boards.length === 0) return failed('This folder of plain pages has no boards.');
		const lines = boards.map(
			({ name, title, count, alarm }) =>
				`- ${name}: ${titleOf(title, knowledge.model)}, ${count}${alarm > 0 ? `, ${alarm} need attention` : ''}`,
		);
		return { text: lines.join('\n'), data: { boards } };
	},
});

export const getBoard = defineTool({
	name: 'get_board',
	title: 'Get a board',
	description:
		'One board as data: rows with the ids of the documents that they were computed from, and the titles of those. Long lists come in parts: ask again with the next offset.',
	input: z.object({
		name: z.string().min(1).max(100).describe('As list_boards names it.'),
		limit: z.int().min(10).max(500).default(50).describe('Longest list to give at once.'),
		offset: z.int().min(0).default(0).describe('Where to begin in lists that are longer than that.'),
	}),
	run: async ({ model }, { name, limit, offset }) => {
		const file = siteFilesOf(model).get(`api/boards/${name}.json`);
		if (!file) {
			const names = boardsOf({ model }).map(({ board }) => board);
			const [best] = nearest(name, names, 1);
			return failed(
				`There is no board ${name}.${best ? ` Did you mean ${best}?` : ''} Boards: ${names.join(', ')}`,
			);
		}
		const board = JSON.parse(file.text()) as Record<string, unknown>;
		const { value, cuts } = windowOf(board['data'], { limit, offset });
		const data = {
			...board,
			documents: namedIn(board['documents'] as Titles, value),
			data: value,
			...(cuts.length > 0 ? { cut: cuts } : {}),
		};
		const note = cuts.length > 0 ? `${cutText(cuts, offset + limit)}\n\n` : '';
		return { text: `${note}${JSON.stringify(data)}`, data };
	},
});

type Titles = Readonly<Record<string, unknown>>;

function boardsOf({ model }: Pick<Knowledge, 'model'>): ApiBoardList['boards'] {
	const file = siteFilesOf(model).get('api/boards.json');
	return file ? (JSON.parse(file.text()) as ApiBoardList).boards : [];
}

function titleOf(title: Readonly<Record<string, string>>, { defaultLanguage }: SiteModel): string {
	return [...new Set([title['en'], title[defaultLanguage]])].filter(Boolean).join(' / ');
}

/** The titles that rows still name after lists were cut. */
function namedIn(documents: Titles, value: unknown): Titles {
	const text = JSON.stringify(value);
	return Object.fromEntries(
		Object.entries(documents).filter(([id]) => text.includes(`"${id}"`) || text.includes(`"${id}#`)),
	);
}

function cutText(cuts: readonly Cut[], next: number): string {
	const lists = cuts.map(({ list, total, from, to }) => `${list} ${from}–${to} of ${total}`);
	const more = cuts.some(({ total }) => total > next) ? ` More with offset ${next}.` : ' These are the last.';
	return `Cut: ${lists.join('; ')}.${more}`;
}
