import * as z from 'zod';
import { DOCUMENT_KINDS } from '../../../src/model/index.ts';
import { count, localized, row } from '../parts.ts';

const cells = z.array(
	z.object({
		module: z.string(),
		count,
		incidents: count.describe('Incident logs that fall into this cell.'),
	}),
);

export const coverage = z.object({
	processes: z.array(
		z.object({
			...row,
			steps: count.describe('Steps at which work can go wrong.'),
			covered: count.describe('Those of them that have a runbook.'),
			missing: z.array(z.object({ step: z.string(), name: localized, incidents: count })),
			group: z.string().describe('Middle part of the id that a new runbook would take.'),
		}),
	),
	kinds: z.array(z.object({ kind: z.enum(DOCUMENT_KINDS), cells })),
	classes: z.array(z.object({ exceptionClass: z.string(), cells })).describe('Runbooks per exception class.'),
	groups: z.record(z.string(), z.string()).describe('Middle part of the ids of a module’s runbooks.'),
});
