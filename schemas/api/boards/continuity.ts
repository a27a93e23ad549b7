import * as z from 'zod';
import { count, day, id, row } from '../parts.ts';

const minutes = z.number().optional();

const proof = z.object({
	type: z.enum(['backup', 'restoreDrill']),
	every: z.string().optional().describe('ISO 8601 period; left out when nothing is asked of this system.'),
	state: z.enum(['never', 'overdue', 'soon', 'ok', 'no-target']),
	last: z.object({ log: id, date: day, minutes }).optional().describe('The last success.'),
	due: day.optional(),
	failures: z.array(id).describe('Attempts since the last success that did not succeed.'),
	records: count,
});

export const continuity = z.object({
	declared: z.boolean().describe('Whether mainstay.yaml names targets; else the defaults count.'),
	systems: z.array(z.object({ system: z.string(), proofs: z.array(proof) })),
	logs: z.array(
		z.object({ ...row, date: day, logType: z.string(), outcome: z.string().optional(), minutes }),
	),
});
