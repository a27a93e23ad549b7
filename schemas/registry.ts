import type * as z from 'zod';
import type { DocumentKind } from '../src/model/index.ts';
import type { Condition } from './kinds/condition.ts';
import { devNote, devNoteConditions } from './kinds/dev-note.ts';
import { page } from './kinds/page.ts';
import { process, processConditions } from './kinds/process.ts';
import { runbook, runbookConditions } from './kinds/runbook.ts';
import { systemLog, systemLogConditions, systemLogDistinct } from './kinds/system-log.ts';

/** All that is known of a kind's frontmatter. A new kind is one file in `kinds/` and one line below. */
export interface KindSchema {
	readonly schema: z.ZodObject;
	readonly conditions: readonly Condition[];
	/** Pairs of fields that may not hold the same value; the first one is reported. */
	readonly distinct: readonly (readonly [string, string])[];
}

export const KIND_SCHEMAS: Readonly<Record<DocumentKind, KindSchema>> = {
	process: { schema: process, conditions: processConditions, distinct: [] },
	'system-log': { schema: systemLog, conditions: systemLogConditions, distinct: systemLogDistinct },
	'dev-note': { schema: devNote, conditions: devNoteConditions, distinct: [] },
	runbook: { schema: runbook, conditions: runbookConditions, distinct: [] },
	page: { schema: page, conditions: [], distinct: [] },
};
