/** Text → Document: frontmatter with positions, mdast, headings, references, plain text. */
export { type DoneElsewhere, type ParsedDocument, parseDocument } from './document.ts';
export {
	bodyUnreadable,
	frontmatterTooDeep,
	nestingTooDeep,
	parseDiagnostics,
	suppressionDiagnostics,
	suppressionRefused,
	suppressionUnused,
} from './findings.ts';
export type { NativeTree } from './markdown/native.ts';
