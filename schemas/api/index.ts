import * as z from 'zod';
import { documentDetail, documentList } from './documents.ts';
import { apiIndex } from './endpoints.ts';
import { documentGraph } from './graph.ts';

export type { ApiDocument, ApiDocumentEntry, ApiDocumentList } from './documents.ts';
export type { ApiIndex } from './endpoints.ts';
export type { ApiGraph } from './graph.ts';

/** Raised when a field is removed or changes its meaning; a new field is no new version. */
export const API_VERSION = 1;

const SCHEMAS = {
	index: apiIndex,
	documents: documentList,
	document: documentDetail,
	graph: documentGraph,
} as const;

export type ApiSchemaName = keyof typeof SCHEMAS;

/** JSON Schema (2020-12) of what a site publishes for machines, by name. */
export function apiSchemas(): Readonly<Record<ApiSchemaName, unknown>> {
	return Object.fromEntries(
		Object.entries(SCHEMAS).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'output' })]),
	) as Record<ApiSchemaName, unknown>;
}
