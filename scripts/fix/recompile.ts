import { createHash } from 'node:crypto';
import { compileDocument } from '../../src/compiler/document-task.ts';
import type { Document, Finding, ResolvedConfig, SourceFile } from '../../src/model/index.ts';

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
	return { source: fresh, document, findings };
}
