import * as z from 'zod';
import { count, day, id, localized, row } from '../parts.ts';

/** A development note as the inventory and the upgrade board show it. */
export const customisation = z.object({
	...row,
	wricef: z.string(),
	technique: z.string(),
	risk: z.string().describe('Of an upgrade.'),
	effortDays: z.number().optional(),
	lastAdapted: z.string().optional().describe('The release that it was last adapted to.'),
	tests: count,
	checks: count,
	objects: z.array(z.object({ type: z.string(), name: z.string() })),
	touches: z.array(z.string()).describe('Standard objects and tables.'),
	processes: z.array(id),
	retirable: z.boolean(),
	replacement: localized,
});

export const customisations = z.object({
	notes: z.array(customisation),
	objects: z
		.array(z.object({ name: z.string(), notes: z.array(id) }))
		.describe('Objects of the standard that notes touch, the most touched first.'),
});

const plan = z.object({
	release: z.string().describe('Empty: the release after the newest that documents know.'),
	items: z.array(
		z.object({
			id,
			adapted: z.boolean(),
			order: z.int().describe('Place in the order of work, from 1; 0 for what is adapted.'),
			after: z.array(id).describe('Notes that come first.'),
		}),
	),
	effortDays: z.number(),
	unestimated: count.describe('Notes to adapt that name no effort.'),
});

export const upgrade = z.object({
	plans: z.array(plan),
	details: z.array(
		z.object({
			...customisation.shape,
			checkTexts: z.array(localized),
			testTexts: z.array(localized),
		}),
	),
	logs: z.array(
		z.object({
			...row,
			date: day,
			outcome: z.string().optional(),
			downtimeMinutes: z.number().optional(),
			plan: localized,
			tested: z.boolean(),
			customisations: z.array(id),
		}),
	),
});
