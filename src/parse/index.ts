/** Text → Document: frontmatter with positions, mdast, headings, references, plain text. */
export { type ParsedDocument, parseDocument } from './document.ts';
export { parseDiagnostics } from './findings.ts';
