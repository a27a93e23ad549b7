import type * as z from 'zod';
import type { DocumentKind } from '../src/model/index.ts';
import type { Condition } from './kinds/condition.ts';
import { devNote, devNoteConditions } from './kinds/dev-note.ts';
import { page } from './kinds/page.ts';
import { process, processConditions } from './kinds/process.ts';
import { runbook, runbookConditions } from './kinds/runbook.ts';
import { systemLog, systemLogConditions } from './kinds/system-log.ts';
import type { FieldMeta } from './meta.ts';
import { type FieldPath, fieldPaths } from './paths.ts';

/** All that is known of a kind's frontmatter. A new kind is one file in `kinds/` and one line below. */
export interface KindSchema {
	readonly schema: z.ZodObject;
	readonly conditions: readonly Condition[];
}

export const KIND_SCHEMAS: Readonly<Record<DocumentKind, KindSchema>> = {
	process: kindSchema(process, processConditions),
	'system-log': kindSchema(systemLog, systemLogConditions),
	'dev-note': kindSchema(devNote, devNoteConditions),
	runbook: kindSchema(runbook, runbookConditions),
	page: kindSchema(page, []),
};

function kindSchema(schema: () => z.ZodObject, conditions: readonly Condition[]): KindSchema {
	return {
		get schema() {
			return schema();
		},
		conditions,
	};
}

type Wanted = (meta: FieldMeta) => boolean;

const allPlaces = new Map<DocumentKind, readonly FieldPath[]>();
const found = new Map<Wanted, Map<DocumentKind, readonly FieldPath[]>>();

/** The places of a kind whose schema says something; searched once per kind and question. */
export function placesOf(kind: DocumentKind, wanted: Wanted): readonly FieldPath[] {
	const known = found.get(wanted)?.get(kind);
	if (known) return known;
	const all = allPlaces.get(kind) ?? fieldPaths(KIND_SCHEMAS[kind].schema);
	allPlaces.set(kind, all);
	const places = all.filter(({ meta }) => wanted(meta));
	found.set(wanted, new Map(found.get(wanted)).set(kind, places));
	return places;
}

/** The fields of a kind by name. */
export function fieldNames(kind: DocumentKind): readonly string[] {
	return Object.keys(KIND_SCHEMAS[kind].schema.shape);
}
