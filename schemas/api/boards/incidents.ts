import * as z from 'zod';
import { count, day, id, place, row } from '../parts.ts';

const outcome = z.string().optional();
const severity = z.string().optional();

export const timeline = z.object({
	logs: z.array(z.object({ ...row, date: day, system: z.string(), logType: z.string(), outcome, severity })),
	days: z.array(z.tuple([day, count])).describe('Day and number of entries; days without any are left out.'),
	months: z.array(
		z.object({
			month: z.string().describe('YYYY-MM'),
			total: count,
			byType: z.record(z.string(), count),
			bySystem: z.record(z.string(), count),
		}),
	),
});

const group = z.object({
	key: z.string(),
	count,
	open: count,
	timed: count.describe('How many say how long they took.'),
	meanMinutes: z.number().optional().describe('Mean of the timed ones, rounded.'),
});

export const incidents = z.object({
	incidents: z.array(
		z.object({
			...row,
			date: day,
			severity,
			exceptionClass: z.string().optional(),
			cause: z.string().optional(),
			outcome,
			place: place.optional(),
			runbook: id.optional(),
			runbookWorked: z.string().optional(),
			minutes: z.number().optional().describe('From start to end of the window.'),
			downtimeMinutes: z.number().optional(),
			repeats: count.describe('Other incidents of the same place or runbook.'),
		}),
	),
	all: group,
	byModule: z.array(group),
	byClass: z.array(group),
	byCause: z.array(group),
	byPlace: z.array(group).describe('Keys are `<process>#<step>`, or the process alone.'),
	runbooks: z
		.array(
			z.object({
				runbook: id,
				yes: count,
				partly: count,
				no: count,
				rate: z.number().describe('Per cent: yes counts whole, partly half.'),
			}),
		)
		.describe('From every log that says whether its runbook worked, drills included.'),
});
