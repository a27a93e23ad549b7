import { join, resolve } from 'node:path';
// Straight from their files: a check must not load what publishes.
import { type Compilation, compile } from '../../src/compiler/compile.ts';
import { toDiagnostics } from '../../src/compiler/diagnostics.ts';
import type { OnProgress } from '../../src/compiler/progress.ts';
import type { Project } from '../../src/compiler/project.ts';
import { storeCheck } from '../../src/compiler/stored-check.ts';
import { type Affected, affectedDocuments, checkChanges } from '../../src/gate/index.ts';
import {
	type ChangeSet,
	type Diagnostic,
	type MessageLocale,
	phrase,
	UserError,
} from '../../src/model/index.ts';
import { beginChanges, changeTexts } from '../../src/sources/changes.ts';
import { type LineOf, linesOf, sourceLines } from '../source-lines.ts';
import type { CheckOutcome, StoredOutcome } from './outcome.ts';

export interface CheckOptions {
	readonly asOf: string;
	readonly locale: MessageLocale;
	readonly cache: boolean;
	/** Only what differs from this revision, and the notes that cover it. */
	readonly since?: string;
	/** What differs from `since`, where git was asked already. */
	readonly changes?: ReturnType<typeof beginChanges>;
	readonly onProgress?: OnProgress;
	/** Under which the result is kept, see `storedCheck`; it must have been made before the project was opened. */
	readonly key?: string;
}

/** A result and all that it came from. */
export interface CheckRun extends CheckOutcome {
	readonly project: Project;
	readonly compilation: Compilation;
}

/** One check of a project: all of it, or what a change can affect. Throws a UserError where there is nothing to check. */
export async function checkOnce(project: Project, options: CheckOptions): Promise<CheckRun> {
	const { since, locale } = options;
	// A wrong revision is told before anything is read.
	const begun =
		since === undefined ? undefined : await (options.changes ?? beginChanges(project.root, since));
	let look: { readonly changes: ChangeSet; readonly affected: Affected } | undefined;
	const compilation = await compile(project, {
		target: 'check',
		asOf: options.asOf,
		cache: options.cache,
		...(options.onProgress ? { onProgress: options.onProgress } : {}),
		...(begun && {
			asked: async (graph) => {
				const changes = await begun.changes;
				look = { changes, affected: affectedDocuments(graph, changes) };
				return isAffected(look.affected);
			},
		}),
	});
	assertFound(compilation, project);
	const { rules } = project.config;
	const { seen, graph, suppressed } = compilation;
	const counts = { files: seen, documents: graph.nodes.size, suppressed };
	const run = { root: project.root, counts, project, compilation };
	if (!look) {
		const diagnostics = toDiagnostics(compilation.findings, rules, locale, 'check');
		const lineOf = sourceLines(run.root);
		if (options.key !== undefined) store(run, options.key, { [locale]: diagnostics }, lineOf);
		return { ...run, diagnostics, lineOf };
	}
	const texts = changeTexts(look.changes);
	// Few changes take something away, and only those need what parses it.
	const former = look.changes.files.some(({ status }) => status === 'deleted')
		? (await import('./former-documents.ts')).formerDocuments(look.changes, texts, project.config)
		: [];
	const gate = checkChanges(graph, look.changes, texts, { affected: look.affected, former });
	const findings = [...compilation.findings.filter(gate.concerns), ...gate.findings];
	const diagnostics = toDiagnostics(findings, rules, locale, 'check');
	return { ...run, diagnostics, scope: gate.scope };
}

function isAffected({ changed, around, whole }: Affected): (file: string) => boolean {
	return (file) => whole || changed.has(file) || around.has(file);
}

/** Keeps what a run found, in all languages of messages, for the next one. */
function store(
	{ project, compilation, counts }: Omit<CheckRun, 'diagnostics'>,
	key: string,
	ready: Partial<StoredOutcome['diagnostics']>,
	lineOf: LineOf,
): void {
	if (!compilation.inputs) return;
	const inLocale = (locale: MessageLocale): readonly Diagnostic[] =>
		ready[locale] ?? toDiagnostics(compilation.findings, project.config.rules, locale, 'check');
	const en = inLocale('en');
	const outcome: StoredOutcome = {
		counts,
		diagnostics: { ...ready, en, 'zh-CN': inLocale('zh-CN') },
		lines: linesOf(en, lineOf),
	};
	storeCheck(join(project.workFolder, 'cache'), key, compilation.inputs, outcome);
}

/** An empty folder is more often a wrong path than an empty knowledge base. */
export function assertFound({ seen, findings }: Compilation, project: Project): void {
	// Settings that name a wrong folder are findings already, with the place to mend.
	if (seen > 0 || findings.length > 0) return;
	const folders = project.config.sources.map((source) => source.path).join(', ');
	throw new UserError(
		'no-documents',
		phrase`No documents (.md, .mdx) found in ${resolve(project.root, folders)}.`,
		'Name the folder of the knowledge base, set `docs` in mainstay.yaml, or start one here: mainstay init.',
	);
}
