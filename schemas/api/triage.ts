import * as z from 'zod';
import { envelope } from './documents.ts';
import { addresses, count, localized, row, titles } from './parts.ts';

const minutes = z.number().optional();

const runbook = z.object({
	...row,
	severity: z.string(),
	symptoms: z.record(z.string(), z.array(z.string())).describe('By language tag.'),
	minutes: minutes.describe('Of the whole runbook.'),
	firstStep: z.object({ id: z.string(), title: localized, minutes }).optional(),
	escalation: z.array(
		z.object({
			afterMinutes: minutes.describe('Left out: at once.'),
			to: z.string().describe('Key of a role.'),
			channel: localized,
			vendor: localized,
		}),
	),
	incidents: count.describe('Incident logs that name it.'),
	tried: count.describe('Logs that say whether it worked, drills included.'),
	rate: z.number().optional().describe('Per cent of the tried: yes counts whole, partly half.'),
});

const triageClass = z.object({
	exceptionClass: z.string(),
	runbooks: z.array(runbook).describe('What to try first at the top.'),
	contacts: z.array(
		z.object({
			to: z.string().describe('Key of a role.'),
			afterMinutes: z.number().describe('The earliest that any runbook of the class names.'),
			runbooks: count,
		}),
	),
	vendors: z.array(localized),
	incidents: count.describe('Incident logs of the class, with or without a runbook.'),
});

export const triage = z
	.object({ ...envelope, pages: addresses, documents: titles, classes: z.array(triageClass) })
	.describe('From a symptom to a runbook or to somebody who knows.');

export type ApiTriage = z.infer<typeof triage>;
