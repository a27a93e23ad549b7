import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { type Compilation, compile, openProject, type Project, toDiagnostics } from '../../compiler/index.ts';
import type { MermaidRenderer } from '../../diagrams/index.ts';
import {
	type AssetCopy,
	type Diagnostic,
	type MessageLocale,
	phrase,
	type SiteModel,
	UserError,
} from '../../model/index.ts';
import type { Placement } from './embedded-options.ts';

/** What only the process knows that Astro runs in. */
export interface EmbeddingEdge {
	/** The day that due dates are judged by, YYYY-MM-DD. */
	readonly day: () => string;
	readonly locale: MessageLocale;
	/** What is to be said in the terminal about a compilation; '' for nothing. Throws a UserError where there are no documents. */
	readonly report: (run: EmbeddedRun) => string;
}

/** One compilation of the knowledge base. */
export interface EmbeddedRun {
	readonly project: Project;
	readonly compilation: Compilation;
	readonly diagnostics: readonly Diagnostic[];
	readonly errors: number;
	readonly model: SiteModel;
	readonly assets: readonly AssetCopy[];
	readonly ms: number;
}

/** Settings of the Astro site that addresses and inputs depend on. */
export type HostSettings = Pick<AstroConfig, 'root' | 'outDir' | 'site'>;

/** Compiles the knowledge base for its place in the site. Content problems are in the result. */
export async function compileEmbedded(
	{ dir, base }: Placement,
	host: HostSettings,
	edge: EmbeddingEdge,
	renderer?: MermaidRenderer,
): Promise<EmbeddedRun> {
	const start = performance.now();
	const root = fileURLToPath(host.root);
	const project = await openProject(dir, { named: resolve(dir) !== resolve(root) });
	checkDocuments(project, root);
	const compilation = await compile(project, {
		target: 'site',
		asOf: edge.day(),
		outputs: [fileURLToPath(host.outDir)],
		base,
		...(host.site ? { siteUrl: new URL(host.site).origin } : {}),
		...(renderer ? { renderer } : {}),
	});
	const diagnostics = toDiagnostics(compilation.findings, project.config.rules, edge.locale, 'build');
	const { site } = compilation;
	if (!site) throw new Error('The compilation has no site.');
	return {
		project,
		compilation,
		diagnostics,
		errors: diagnostics.filter(({ severity }) => severity === 'error').length,
		model: { ...site.model, diagnostics },
		assets: site.assets,
		ms: performance.now() - start,
	};
}

/** Without settings and without a `docs` folder every Markdown file of the Astro site would be taken for a document. */
function checkDocuments({ root, config }: Project, astroRoot: string): void {
	const whole = config.sources.some(({ path }) => resolve(root, path) === resolve(astroRoot));
	if (config.file !== undefined || !whole) return;
	throw new UserError(
		'no-documents',
		phrase`There is no mainstay.yaml and no docs folder in ${astroRoot}.`,
		"Name the knowledge base's folder: mainstay({ dir: './kb' }).",
	);
}
