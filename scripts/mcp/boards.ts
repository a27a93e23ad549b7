import * as z from 'zod';
import { nearest } from '../../src/model/index.ts';
import { siteFilesOf } from '../../src/site/files/index.ts';
import type { Knowledge } from './knowledge.ts';
import { defineTool, failed } from './tool.ts';

const FILE = /^api\/boards\/([\w-]+)\.json$/;

export const listBoards = defineTool({
	name: 'list_boards',
	title: 'List the boards',
	description:
		'The boards of the knowledge base: live workarounds, freshness, coverage, risks, permissions, continuity, customisations, upgrades, incidents…, each with what it holds.',
	input: z.object({}),
	run: async (knowledge) => {
		const boards = [...boardFiles(knowledge)].map(([name, read]) => {
			const board = read();
			const counts = Object.entries(board).flatMap(([key, value]) =>
				Array.isArray(value) ? [`${key}: ${value.length}`] : [],
			);
			return { name, counts };
		});
		return {
			text: boards.map(({ name, counts }) => `- ${name} (${counts.join(', ')})`).join('\n'),
			data: { boards },
		};
	},
});

export const getBoard = defineTool({
	name: 'get_board',
	title: 'Get a board',
	description: 'One board as data: every row with the ids of the documents that it was computed from.',
	input: z.object({ name: z.string().min(1).max(100) }),
	run: async (knowledge, { name }) => {
		const boards = boardFiles(knowledge);
		const read = boards.get(name);
		if (!read) {
			const [best] = nearest(name, boards.keys(), 1);
			return failed(
				`There is no board ${name}.${best ? ` Did you mean ${best}?` : ''} Boards: ${[...boards.keys()].join(', ')}`,
			);
		}
		const board = read();
		return { text: JSON.stringify(board), data: board };
	},
});

function boardFiles({ model }: Knowledge): ReadonlyMap<string, () => Record<string, unknown>> {
	return new Map(
		[...siteFilesOf(model).values()].flatMap(({ path, text }) => {
			const name = FILE.exec(path)?.[1];
			return name === undefined ? [] : [[name, () => JSON.parse(text()) as Record<string, unknown>] as const];
		}),
	);
}
