import { join, resolve } from 'node:path';
import {
	assertComplete,
	type Compilation,
	checkOutput,
	compile,
	copyAssets,
	createStopwatch,
	discard,
	existingFiles,
	existingPages,
	manifestOf,
	mergeIndex,
	type OnProgress,
	openStaging,
	type PhaseTimes,
	type Project,
	publish,
	readManifest,
	reuseFiles,
	reusePages,
	toDiagnostics,
	toolFingerprint,
	unchangedFiles,
	unchangedRoutes,
	withBuildLock,
	writeManifest,
} from '../compiler/index.ts';
import type { Diagnostic, MessageLocale } from '../model/index.ts';
import { writeSearchIndex } from '../search/index.ts';
import { siteFilesOf } from './files/index.ts';
import { routeHashes } from './plan/route-hashes.ts';
import { writePages } from './write-pages.ts';

export interface BuildOptions {
	/** Output folder; replaced as a whole. */
	readonly out: string;
	/** `/` or `/path/`. */
	readonly base: string;
	readonly siteUrl?: string;
	/** The day that due dates are judged by, YYYY-MM-DD. */
	readonly asOf: string;
	readonly locale: MessageLocale;
	readonly cache?: boolean;
	readonly onProgress?: OnProgress;
}

export interface BuildResult {
	readonly diagnostics: readonly Diagnostic[];
	readonly compilation: Compilation;
	readonly times: PhaseTimes;
	/** Absent when errors kept the build from publishing, or there is no document at all. */
	readonly published?: {
		/** HTML files written or taken over. */
		readonly pages: number;
		readonly reused: number;
		readonly searchRecords: number;
		readonly searchBytes: number;
	};
}

/** Compiles a project and publishes it whole, or reports why not and leaves the last output alone. */
export function buildSite(project: Project, options: BuildOptions): Promise<BuildResult> {
	return withBuildLock(project.workFolder, () => build(project, { ...options, out: resolve(options.out) }));
}

async function build(project: Project, options: BuildOptions): Promise<BuildResult> {
	const { config } = project;
	const inputs = config.sources.map((source) => source.path);
	await checkOutput(options.out, project.root, inputs);
	const compilation = await compile(project, { ...options, target: 'site', outputs: [options.out] });
	const diagnostics = toDiagnostics(compilation.findings, config.rules, options.locale, 'build');
	// An empty folder is more often a wrong path than a wish to publish nothing.
	const isEmpty = compilation.seen === 0 && compilation.findings.length === 0;
	if (!compilation.site || isEmpty || diagnostics.some((each) => each.severity === 'error')) {
		return { diagnostics, compilation, times: compilation.times };
	}
	const watch = createStopwatch(options.onProgress);
	const published = await writeTree(project, compilation.site, compilation.seen, options, watch);
	return { diagnostics, compilation, times: { ...compilation.times, ...watch.times }, published };
}

async function writeTree(
	project: Project,
	site: NonNullable<Compilation['site']>,
	seen: number,
	options: BuildOptions,
	watch: ReturnType<typeof createStopwatch>,
): Promise<NonNullable<BuildResult['published']>> {
	const { model, records, assets } = site;
	if (model.pages.length !== seen) {
		throw new Error(`Of ${seen} documents ${model.pages.length} became pages, and nothing was reported.`);
	}
	const hashes = routeHashes(model);
	const fileHashes = [
		...[...siteFilesOf(model).values()].map(({ path, hash }) => [path, hash] as const),
		...assets.map(({ to, hash }) => [to, hash] as const),
	].filter((each): each is [string, string] => each[1] !== undefined);
	const manifest = manifestOf(model, hashes, new Map(fileHashes), toolFingerprint('site'));
	const previous = await readManifest(options.out);
	const unchanged = unchangedRoutes(previous, manifest);
	const kept = await existingPages(options.out, unchanged);
	const changed = new Set([...hashes.keys()].filter((route) => !kept.has(route)));
	const written = await existingFiles(options.out, unchangedFiles(previous, manifest));
	const staging = await openStaging(options.out);
	try {
		const [pages, search] = await bothEnded(
			watch.phase('pages', changed.size, () =>
				writePages(model, {
					outDir: staging.folder,
					cacheDir: staging.astro,
					written,
					...(kept.size > 0 ? { only: changed } : {}),
				}),
			),
			watch.phase('search', records.length, () =>
				writeSearchIndex(records, {
					outDir: staging.index,
					languages: project.config.languages,
					synonyms: project.config.search.synonyms,
					...(options.cache === false ? {} : { cacheDir: join(project.workFolder, 'cache', 'pagefind') }),
				}),
			),
		);
		await watch.phase('publish', model.pages.length, async () => {
			await reusePages(options.out, staging.folder, kept);
			await reuseFiles(options.out, staging.folder, written);
			await mergeIndex(staging);
			await copyAssets(
				assets.filter(({ to }) => !written.has(to)),
				project.root,
				staging.folder,
			);
			await assertComplete(
				staging.folder,
				model.pages.map((page) => page.route),
			);
			await writeManifest(staging.folder, manifest);
			await publish(staging, options.out);
		});
		return {
			pages: pages.pages + kept.size,
			reused: kept.size,
			searchRecords: search.records,
			searchBytes: search.bytes,
		};
	} catch (error) {
		await discard(staging);
		throw error;
	}
}

/**
 * Waits for both, whatever happens to one: nothing may still be writing when the staging folder is thrown
 * away. Of a full disk each has its own way of dying, so all reasons are handed on.
 */
async function bothEnded<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
	const [a, b] = await Promise.allSettled([first, second]);
	if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value];
	const reasons = [a, b].flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
	throw reasons.length === 1
		? reasons[0]
		: new AggregateError(reasons, 'Neither pages nor index could be written.');
}
