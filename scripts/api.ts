/**
 * What programs import: `import { openProject, check, build } from 'mainstay'`. The same three steps as the
 * commands, with data instead of streams and exit codes. Importing it loads next to nothing.
 */
import { resolve } from 'node:path';
import type { Project } from '../src/compiler/project.ts';
// Straight from their files: importing this one must not load the whole model.
import type { Diagnostic, Severity } from '../src/model/diagnostic.ts';
import { UserError } from '../src/model/failure.ts';
import type { MessageLocale } from '../src/model/language.ts';

export type { Project } from '../src/compiler/project.ts';
export type { ResolvedConfig } from '../src/model/config.ts';
export type {
	Diagnostic,
	Finding,
	RelatedPlace,
	Severity,
	Suggestion,
	TextEdit,
} from '../src/model/diagnostic.ts';
export type { MessageLocale } from '../src/model/language.ts';
export type { Point, SourceRange } from '../src/model/position.ts';
export { UserError };

/** What `check` and `build` have in common. */
export interface RunOptions {
	/** The day that due dates are judged by, YYYY-MM-DD; today where it runs when left out. */
	readonly asOf?: string;
	/** Language of the messages; English when left out. */
	readonly locale?: MessageLocale;
	/** False: neither read nor write the cache in `project.workFolder`. */
	readonly cache?: boolean;
}

export interface CheckOptions extends RunOptions {
	/** Only what differs from this git revision or range, and the notes that cover changed code. */
	readonly since?: string;
}

export interface CheckResult {
	/** Sorted by file, line, column and code; severities as mainstay.yaml sets them. */
	readonly diagnostics: readonly Diagnostic[];
	/** How many of each severity. */
	readonly counts: Readonly<Record<Severity, number>>;
	/** Document files that were seen. */
	readonly files: number;
}

export interface BuildOptions extends RunOptions {
	/** Output folder, replaced as a whole; `dist` in the project when left out. */
	readonly out?: string;
	/** Path below which the site is served; `/` when left out. */
	readonly base?: string;
	/** Address of the site, for sitemap and hreflang. */
	readonly site?: string;
}

export interface BuildResult extends CheckResult {
	/** Left out when errors kept the site from being published: then nothing was written. */
	readonly published?: {
		/** Absolute. */
		readonly out: string;
		/** Pages written or taken over from the last output. */
		readonly pages: number;
		/** Pages that were taken over. */
		readonly reused: number;
		readonly searchRecords: number;
	};
}

/**
 * Finds the knowledge base of a folder (upward for mainstay.yaml, else a docs folder) and reads its settings.
 * A folder outside the documents of the project above it stands for itself, as one named to a command does.
 * No document is read yet. Faults in mainstay.yaml are among the diagnostics of `check`.
 * @throws UserError when there is no such folder.
 */
export async function openProject(dir: string): Promise<Project> {
	const compiler = await import('../src/compiler/index.ts');
	return compiler.openProject(resolve(dir), { named: true });
}

/**
 * Finds every problem in the documents, as `mainstay check` does. Problems are data, never exceptions.
 * @throws UserError when there are no documents, or git does not know the revision.
 */
export async function check(project: Project, options: CheckOptions = {}): Promise<CheckResult> {
	const [{ checkOnce }, settings] = await Promise.all([import('./check/once.ts'), settingsOf(options)]);
	const { diagnostics, compilation } = await checkOnce(project, {
		...settings,
		...(options.since === undefined ? {} : { since: options.since }),
	});
	return { diagnostics, counts: countsOf(diagnostics), files: compilation.seen };
}

/**
 * Builds the site and publishes it whole, as `mainstay build` does; with errors in the documents nothing is
 * written. Builds of one project exclude each other.
 * @throws UserError when there are no documents, or the output folder holds somebody else's files.
 */
export async function build(project: Project, options: BuildOptions = {}): Promise<BuildResult> {
	const [{ buildSite }, { assertFound }, { checkedBase, checkedSite }, settings] = await Promise.all([
		import('../src/site/build.ts'),
		import('./check/once.ts'),
		import('./site-address.ts'),
		settingsOf(options),
	]);
	const out = options.out === undefined ? resolve(project.root, 'dist') : resolve(options.out);
	const { diagnostics, compilation, published } = await buildSite(project, {
		...settings,
		out,
		base: checkedBase(options.base ?? '/', 'base'),
		...(options.site === undefined ? {} : { siteUrl: checkedSite(options.site, 'site') }),
	});
	assertFound(compilation, project);
	const result = { diagnostics, counts: countsOf(diagnostics), files: compilation.seen };
	if (!published) return result;
	const { pages, reused, searchRecords } = published;
	return { ...result, published: { out, pages, reused, searchRecords } };
}

async function settingsOf({ asOf, locale = 'en', cache = true }: RunOptions): Promise<Required<RunOptions>> {
	const { checkedDay, today } = await import('./date.ts');
	return { asOf: asOf === undefined ? today() : checkedDay(asOf, 'asOf'), locale, cache };
}

function countsOf(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
	const counts = { error: 0, warning: 0, hint: 0 };
	for (const { severity } of diagnostics) counts[severity]++;
	return counts;
}
