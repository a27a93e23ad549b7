import type { CompileConfig, Finding, SourceFile } from '../../../src/model/index.ts';
import { type ParsedDocument, parseDocument } from '../../../src/parse/index.ts';
import { SETTINGS } from '../settings.ts';

export const config: CompileConfig = {
	...SETTINGS,
	file: 'mainstay.yaml',
	languages: ['zh-CN', 'zh-TW', 'en'],
};

/** Parses a text as the file `docs/<docPath>`. */
export function read(
	text: string,
	docPath = 'page.md',
	changes: Partial<CompileConfig> = {},
): ParsedDocument {
	const source: SourceFile = { path: `docs/${docPath}`, docPath, text, hash: 'hash' };
	return parseDocument(source, { ...config, ...changes });
}

/** `MS110 3:8` for each finding. */
export function places(findings: readonly Finding[]): string[] {
	return findings.map(({ code, range }) => `${code} ${range.start.line}:${range.start.column}`);
}

/** What a range covers, on one line. */
export function covered(text: string, { start, end }: Finding['range']): string {
	const lines = text.split(/\r\n|\n|\r/);
	if (start.line !== end.line) throw new Error(`range over lines ${start.line} to ${end.line}`);
	return (lines[start.line - 1] ?? '').slice(start.column - 1, end.column - 1);
}
