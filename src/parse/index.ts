/** Text → Document: frontmatter with positions, mdast, headings, references, plain text. */
export { parseDocument, type ParsedDocument } from './document.ts';
export { parseDiagnostics } from './findings.ts';
