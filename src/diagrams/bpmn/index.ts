import type { BpmnImport, BpmnImportOptions } from './read/import.ts';
import type { Refusal } from './read/parse.ts';
import type { BpmnExportOptions } from './write/export.ts';

export { decodeXml } from './read/decode.ts';
export type { RefusalReason } from './read/guard.ts';
export type { BpmnImport, BpmnImportOptions } from './read/import.ts';
export type { Refusal } from './read/parse.ts';
export type { NewRole } from './read/roles.ts';
export {
	type ImportedDocument,
	type ImportNote,
	NOTE_WEIGHTS,
	type NoteReason,
	type NoteWeight,
} from './read/types.ts';
export type { BpmnExportOptions } from './write/export.ts';

/**
 * A process as BPMN 2.0 (ISO/IEC 19510) with diagram interchange: one pool, its lanes, every step and every
 * flow, not executable. What BPMN has no element for stands in extension elements of our own namespace and,
 * readable, in `documentation`. Flows to steps that do not exist are left out. Same input, same bytes.
 */
export async function exportBpmn(options: BpmnExportOptions): Promise<string> {
	// The library is loaded by those who need it: most runs of the command line do not.
	return (await import('./write/export.ts')).exportBpmn(options);
}

/**
 * Process documents from the text of a BPMN 2.0 file. The file may come from anywhere: nothing in it makes
 * this throw. Every element is in a document, changed or not, or listed in the notes; positions are not read,
 * as the drawing is made anew. Each pool with steps and the inside of each subprocess is a document of its
 * own; what is written passes the checks of the knowledge base that `config` and `isKnown` describe.
 */
export async function importBpmn(xml: string, options: BpmnImportOptions): Promise<BpmnImport | Refusal> {
	return (await import('./read/import.ts')).importBpmn(xml, options);
}
