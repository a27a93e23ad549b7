import { createHash } from 'node:crypto';
import { compileDocument } from '../../src/compiler/document-task.ts';
import { applySuppressions } from '../../src/compiler/suppressions.ts';
import type { Document, Finding, ResolvedConfig, SourceFile } from '../../src/model/index.ts';
import { codeReader } from '../../src/sources/index.ts';

export interface Recompiled {
	readonly source: SourceFile;
	readonly document: Document;
	/** What the document by itself shows; the whole set is looked at separately. */
	readonly findings: readonly Finding[];
}

/** Parses and checks a text that is not on the disk yet. */
export function recompiled(source: SourceFile, { root: _, ...config }: ResolvedConfig): Recompiled {
	const fresh = { ...source, hash: createHash('sha256').update(source.text).digest('hex') };
	const { document, findings } = compileDocument(fresh, config, undefined);
	return { source: fresh, document, findings: unsuppressed(findings, [document]) };
}

/** Findings without those that the documents' own comments ignore: nobody wants them mended. */
export function unsuppressed(findings: readonly Finding[], documents: readonly Document[]): Finding[] {
	const kept = new Set(applySuppressions(findings, documents).findings);
	return findings.filter((finding) => kept.has(finding));
}

/** Whether the repository has a file, for rules that ask. */
export function isFileOf(root: string): (path: string, from: string) => boolean {
	const read = codeReader(root);
	return (path, from) => read(path, from) !== undefined;
}
