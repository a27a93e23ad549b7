import * as z from 'zod';
import { HEALTH_STATES } from '../../src/model/index.ts';
import { envelope } from './documents.ts';
import { addresses, count, day, id, titles } from './parts.ts';

const reason = z.discriminatedUnion('key', [
	z.object({ key: z.literal('open-incidents'), count, severe: z.boolean() }),
	z.object({ key: z.literal('review-overdue'), due: day }),
	z.object({ key: z.literal('unguarded-steps'), count }),
	z.object({ key: z.enum(['fit-adjust', 'fit-redesign']) }),
	z.object({ key: z.enum(['draft', 'superseded', 'retired']) }),
	z.object({ key: z.enum(['never-reviewed', 'no-steps', 'no-processes']) }),
	z.object({ key: z.literal('reviewed'), on: day, due: day.optional() }),
	z.object({ key: z.literal('below'), state: z.enum(HEALTH_STATES), count }),
]);

/** What the whole set says of a process, as the model has it. */
export const processFacts = z.object({
	modules: z.array(z.string()),
	systems: z.array(z.string()).describe('Of the process and of its steps.'),
	counts: z
		.object({
			processes: count,
			steps: count,
			roles: count,
			runbooks: count,
			incidents: count.describe('Of the last 90 days.'),
		})
		.describe('Levels 1 and 2 count everything below them, each once.'),
	health: z.object({
		state: z.enum(HEALTH_STATES),
		reasons: z.array(reason).describe('The gravest first; never empty.'),
	}),
});

export const processMap = z
	.object({
		...envelope,
		pages: addresses,
		documents: titles,
		processes: z
			.array(
				z.object({
					id,
					level: z.number(),
					parent: id.optional().describe('Left out at the top of the hierarchy.'),
					children: z.array(id),
					owner: z.string().optional().describe('Key of a role.'),
					...processFacts.shape,
				}),
			)
			.describe('From the top down: a parent stands before what is below it.'),
	})
	.describe('The hierarchy of processes and how each of them stands.');

export type ApiMap = z.infer<typeof processMap>;
export type ApiProcessFacts = z.infer<typeof processFacts>;
