import { resolve } from 'node:path';
import {
	type Compilation,
	catalogue,
	compile,
	MAINSTAY_VERSION,
	type OnProgress,
	type Project,
	toDiagnostics,
} from '../../src/compiler/index.ts';
import { checkChanges } from '../../src/gate/index.ts';
import { type Diagnostic, type GateScope, type MessageLocale, UserError } from '../../src/model/index.ts';
import { changesSince, changeTexts, repositoryPrefix } from '../../src/sources/index.ts';
import { reporters, type summarize } from '../reporters/index.ts';
import { sourceLines } from '../terminal.ts';

export interface CheckOptions {
	readonly asOf: string;
	readonly locale: MessageLocale;
	readonly cache: boolean;
	/** Only what differs from this revision, and the notes that cover it. */
	readonly since?: string;
	readonly onProgress?: OnProgress;
}

export interface CheckRun {
	readonly project: Project;
	readonly compilation: Compilation;
	readonly diagnostics: readonly Diagnostic[];
	readonly scope?: GateScope;
}

/** One check of a project: all of it, or what a change can affect. Throws a UserError where there is nothing to check. */
export async function checkOnce(project: Project, options: CheckOptions): Promise<CheckRun> {
	const { since, locale } = options;
	// A wrong revision is told before anything is read.
	const changes = since === undefined ? undefined : await changesSince(project.root, since);
	const compilation = await compile(project, {
		target: 'check',
		asOf: options.asOf,
		cache: options.cache,
		...(options.onProgress ? { onProgress: options.onProgress } : {}),
	});
	assertFound(compilation, project);
	const { rules } = project.config;
	if (!changes) {
		const diagnostics = toDiagnostics(compilation.findings, rules, locale, 'check');
		return { project, compilation, diagnostics };
	}
	const gate = checkChanges(compilation.graph, changes, changeTexts(changes));
	const findings = [...compilation.findings.filter(gate.concerns), ...gate.findings];
	const diagnostics = toDiagnostics(findings, rules, locale, 'check');
	return { project, compilation, diagnostics, scope: gate.scope };
}

/** The report of a run in one of the formats. */
export async function reportText(
	{ project, diagnostics, scope }: CheckRun,
	format: string,
	summary: ReturnType<typeof summarize>,
	{ locale, color }: { readonly locale: MessageLocale; readonly color: boolean },
): Promise<string> {
	const isForRepository = !['pretty', 'json'].includes(format);
	return (
		reporters[format]?.({
			diagnostics,
			summary,
			locale,
			color,
			lineOf: sourceLines(project.root),
			prefix: isForRepository ? await repositoryPrefix(project.root) : '',
			version: MAINSTAY_VERSION,
			definitions: catalogue,
			...(scope ? { scope } : {}),
		}) ?? ''
	);
}

/** An empty folder is more often a wrong path than an empty knowledge base. */
export function assertFound({ seen, findings }: Compilation, project: Project): void {
	// Settings that name a wrong folder are findings already, with the place to mend.
	if (seen > 0 || findings.length > 0) return;
	const folders = project.config.sources.map((source) => source.path).join(', ');
	throw new UserError(
		'no-documents',
		`No documents (.md, .mdx) found in ${resolve(project.root, folders)}.`,
		'Name the folder of the knowledge base, or set `docs` in mainstay.yaml.',
	);
}
