import * as z from 'zod';
import { DATA_ACCESS, READING_STAGES } from '../../src/model/index.ts';
import { envelope } from './documents.ts';
import { addresses, count, id, localized, stepAt, titles } from './parts.ts';

const responsibility = z.object({
	steps: count,
	performs: count.describe('Tasks, subprocesses and waits; a start or an end counts as a step alone.'),
	approves: count,
	decides: count,
	owns: z.boolean(),
});

const handovers = z.array(
	z.object({
		role: z.string().describe('The other role.'),
		at: z.array(z.object({ process: id, from: z.string(), to: z.string() })),
	}),
);

const role = z.object({
	key: z.string(),
	name: localized,
	pages: addresses.describe('Empty for a role that has nothing to show.'),
	counts: z.object({ ...responsibility.shape, processes: count }),
	processes: z.array(z.object({ process: id, group: id.optional(), steps: z.array(z.string()) })),
	transactions: z.array(
		z.object({ transaction: z.string(), system: z.string().optional(), at: z.array(stepAt) }),
	),
	runbooks: z.array(
		z.object({
			id,
			at: z.array(stepAt),
			declared: z.boolean().describe('The runbook names the role itself.'),
		}),
	),
	receives: handovers,
	passes: handovers,
	systems: z.array(z.object({ system: z.string(), steps: count })),
	data: z
		.array(
			z.object({
				object: z.string().describe('Key in `data.json`.'),
				access: z.array(z.enum(DATA_ACCESS)),
				at: z.array(stepAt),
			}),
		)
		.describe('Objects that the role creates, changes or deletes.'),
	owns: z.array(id),
	reading: z
		.array(
			z.object({
				type: z.enum(READING_STAGES),
				group: id.optional(),
				items: z.array(
					z.object({
						id,
						minutes: z.record(z.string(), z.number()).describe('Estimate by language tag.'),
						steps: count.describe('Steps of the role in it.'),
					}),
				),
			}),
		)
		.describe('What somebody new in the role reads, in order.'),
});

export const roles = z
	.object({
		...envelope,
		pages: addresses,
		documents: titles,
		roles: z.array(role),
		matrix: z
			.array(
				z.object({
					process: id,
					level: z.number(),
					group: id.optional(),
					modules: z.array(z.string()),
					roles: z.record(z.string(), responsibility).describe('By key of a role.'),
				}),
			)
			.describe('Who does how much in which process.'),
	})
	.describe('The steps of all processes, seen by role.');

export type ApiRoles = z.infer<typeof roles>;
