import * as z from 'zod';
import { day, localized, place, row } from '../parts.ts';

export const workarounds = z.array(
	z.object({
		...row,
		index: z.int().describe('Place in the list of the runbook, from 0.'),
		type: z.string(),
		until: day,
		daysLeft: z.int().describe('Until the last day; negative: days over it.'),
		state: z.enum(['overdue', 'soon', 'ok']),
		exitCriteria: localized,
		reconcile: localized.describe('How what was done meanwhile is brought into line.'),
		places: z.array(place),
	}),
);
