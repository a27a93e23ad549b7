import * as z from 'zod';
import { day, id, localized, row } from '../parts.ts';

export const permissions = z.array(
	z.object({
		...row,
		date: day,
		action: z.string(),
		subject: localized,
		from: localized,
		to: localized,
		sodCheck: localized.describe('What the check for separation of duties found.'),
		validTo: day.optional(),
		requestedBy: z.string().optional(),
		executedBy: z.string().optional(),
		approvedBy: z.string().optional(),
		state: z.enum(['expired', 'expiring', 'active', 'replaced', 'closed', 'disabled']),
		endedBy: id.optional().describe('The later record of the same subject that ended this one.'),
		daysLeft: z.int().optional().describe('Days over `validTo` when expired, else days left.'),
		concerns: z.array(
			z.enum([
				'approver-is-executor',
				'requester-is-approver',
				'no-approver',
				'sod-failed',
				'sod-missing',
				'several-grants',
			]),
		),
	}),
);
