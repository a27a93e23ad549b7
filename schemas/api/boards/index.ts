import * as z from 'zod';
import { BOARD_NAMES, type BoardName } from '../../../src/model/index.ts';
import { envelope } from '../documents.ts';
import { addresses, count, localized, titles } from '../parts.ts';
import { continuity } from './continuity.ts';
import { coverage } from './coverage.ts';
import { customisations, upgrade } from './customisations.ts';
import { freshness } from './freshness.ts';
import { incidents, timeline } from './incidents.ts';
import { permissions } from './permissions.ts';
import { risks } from './risks.ts';
import { workarounds } from './workarounds.ts';

/** What each board shows. A new board of the model does not compile without its schema. */
const DATA = {
	workarounds,
	freshness,
	coverage,
	risks,
	permissions,
	continuity,
	customisations,
	upgrade,
	timeline,
	incidents,
} as const satisfies Record<BoardName, z.ZodType>;

/** What a board shows, by name. */
export type ApiBoardData = { [Name in BoardName]: z.infer<(typeof DATA)[Name]> };

const head = {
	board: z.enum(BOARD_NAMES),
	count: count.describe('The number that the board is known by.'),
	alarm: count.describe('How many of those need somebody.'),
	title: localized,
	pages: addresses,
};

export const boardList = z
	.object({
		...envelope,
		boards: z.array(z.object({ ...head, json: z.string().describe('The board for machines.') })),
	})
	.describe('What the whole set says, one board per question.');

export type ApiBoardList = z.infer<typeof boardList>;

/** Schema of one board's file. */
export function boardSchema(board: BoardName): z.ZodType {
	return z.object({
		...envelope,
		...head,
		board: z.literal(board),
		documents: titles,
		data: DATA[board],
	});
}
