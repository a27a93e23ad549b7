import * as z from 'zod';
import { BOARD_NAMES, type BoardName } from '../../src/model/index.ts';
import { boardList, boardSchema } from './boards/index.ts';
import { dataDictionary } from './data.ts';
import { documentDetail, documentList } from './documents.ts';
import { apiIndex } from './endpoints.ts';
import { documentGraph } from './graph.ts';
import { processMap } from './map.ts';
import { overlays } from './overlays.ts';
import { roles } from './roles.ts';
import { terms } from './terms.ts';
import { triage } from './triage.ts';

export type { ApiBoardData, ApiBoardList } from './boards/index.ts';
export type { ApiDataDictionary } from './data.ts';
export type { ApiDocument, ApiDocumentEntry, ApiDocumentList } from './documents.ts';
export type { ApiIndex } from './endpoints.ts';
export type { ApiGraph } from './graph.ts';
export type { ApiMap, ApiProcessFacts } from './map.ts';
export type { ApiOverlays } from './overlays.ts';
export type { ApiRoles } from './roles.ts';
export type { ApiTerms } from './terms.ts';
export type { ApiTriage } from './triage.ts';

/** Raised when a field is removed or changes its meaning; a new field is no new version. */
export const API_VERSION = 1;

const SCHEMAS = {
	index: apiIndex,
	documents: documentList,
	document: documentDetail,
	graph: documentGraph,
	boards: boardList,
	roles,
	data: dataDictionary,
	map: processMap,
	overlays,
	triage,
	terms,
} as const;

export type ApiSchemaName = keyof typeof SCHEMAS | `board-${BoardName}`;

/** JSON Schema (2020-12) of what a site publishes for machines, by name. */
export function apiSchemas(): Readonly<Record<ApiSchemaName, unknown>> {
	const boards = BOARD_NAMES.map((board) => [`board-${board}`, boardSchema(board)] as const);
	return Object.fromEntries(
		[...Object.entries(SCHEMAS), ...boards].map(([name, schema]) => [
			name,
			z.toJSONSchema(schema, { io: 'output' }),
		]),
	) as Record<ApiSchemaName, unknown>;
}
