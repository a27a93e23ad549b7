import * as z from 'zod';
import { DOCUMENT_KINDS, EVIDENCE_KINDS } from '../../../src/model/index.ts';
import { day, id, row } from '../parts.ts';

const points = z.number().describe('Adds to the score; negative ones take away from it.');

const line = z.discriminatedUnion('key', [
	z.object({ key: z.literal('evidence'), kind: z.enum(EVIDENCE_KINDS), on: day, log: id.optional(), points }),
	z.object({ key: z.literal('age'), days: z.int(), points }),
	z.object({ key: z.literal('no-proof'), points }),
	z.object({ key: z.literal('failed'), log: id, on: day, points }),
	z.object({ key: z.literal('changed'), by: id, on: day, points }),
	z.object({ key: z.literal('code'), path: z.string(), on: day, points }),
	z.object({ key: z.literal('floor'), points }),
]);

export const freshness = z.array(
	z.object({
		...row,
		kind: z.enum(DOCUMENT_KINDS),
		score: z.number().describe('0–100.'),
		state: z.enum(['never', 'weak', 'plausible', 'proven']),
		every: z.string().describe('ISO 8601 period of reviews.'),
		due: day.optional().describe('Next review; left out when nothing was ever reviewed.'),
		overdue: z.boolean(),
		lines: z.array(line).describe('Why: the points of all lines add up to the score.'),
	}),
);
