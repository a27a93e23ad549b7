import type { Compilation, Project } from '../../src/compiler/index.ts';
import type { Diagnostic, MessageLocale } from '../../src/model/index.ts';
import type { Io } from '../command.ts';
import { reporters, summarize } from '../reporters/index.ts';
import { sourceLines } from '../source-lines.ts';
import { hasColor } from '../terminal.ts';

/** What a server compiled, and what it found in it. */
export interface Compiled {
	readonly project: Project;
	readonly compilation: Compilation;
	readonly diagnostics: readonly Diagnostic[];
	/** Milliseconds. */
	readonly ms: number;
}

/** Findings of a server's run as `mainstay check` shows them on the terminal; all are counted, `shown` are listed. */
export function compiledText(
	{ project, compilation, diagnostics, ms }: Compiled,
	shown: readonly Diagnostic[],
	locale: MessageLocale,
	io: Io,
): string {
	const summary = summarize(diagnostics, {
		files: compilation.seen,
		documents: compilation.graph.nodes.size,
		suppressed: compilation.suppressed,
		durationMs: Math.round(ms),
	});
	const text = reporters['pretty']?.({
		diagnostics: shown,
		summary,
		locale,
		color: hasColor(io.stderr, io),
		lineOf: sourceLines(project.root),
	});
	return text ?? '';
}
