import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { phrase, type Route, type SiteModel, UserError } from '../model/index.ts';
import { inlineConfig, prepareRoot, silenceAstro, trustedMdx } from './integration/astro-config.ts';
import { registerHandover } from './integration/handover.ts';
import { ownServerFolder } from './integration/server-folder.ts';
import { writePlainFiles } from './plain-files.ts';
import { siteIndexOf } from './plan/site-index.ts';

export interface WriteOptions {
	/** Absolute; files that are there already stay, so that other phases may write beside the pages. */
	readonly outDir: string;
	/** Absolute; Astro's own files go into a folder below it. */
	readonly cacheDir: string;
	/** Write these pages only. Styles and scripts come out the same, whatever is named here. */
	readonly only?: ReadonlySet<Route>;
	/** Paths of files beside the pages that are there already. */
	readonly written?: ReadonlySet<string>;
	readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/**
 * Writes the pages of a model, with styles, scripts, sitemap, robots.txt and redirects.
 * The same model gives the same bytes. Throws when a page cannot be rendered.
 */
export async function writePages(model: SiteModel, options: WriteOptions): Promise<{ pages: number }> {
	const { outDir, cacheDir, only, logLevel = 'error' } = options;
	silenceAstro();
	await mkdir(outDir, { recursive: true });
	const root = await prepareRoot(cacheDir);
	// A name of its own for every build: Node never loads a module of the same address twice.
	const serverDir = await mkdtemp(join(root, 'server-'));
	const { build } = await import('astro');
	const handover = registerHandover({ model, mode: 'build', ...(only ? { only } : {}) });
	const mdx = trustedMdx(model);
	try {
		const config = inlineConfig(root, outDir, model, handover.key, () => mdx);
		// What is rendered must not be looked up from the output folder, where no package is installed.
		config.vite = { ...config.vite, ssr: { noExternal: true } };
		config.build = { ...config.build, server: `${serverDir}/` };
		config.integrations = [...(config.integrations ?? []), ownServerFolder()];
		await build({ ...config, logLevel });
	} catch (error) {
		throw missingComponent(error) ?? error;
	} finally {
		handover.release();
		await rm(serverDir, { recursive: true, force: true });
	}
	await writePlainFiles(model, outDir, options.written);
	const routes = [...siteIndexOf(model).targets.keys()];
	return { pages: only ? routes.filter((route) => only.has(route)).length : routes.length };
}

/** Trusted MDX is code and brings its own components; using one without importing it is its writer's slip, not our bug. */
function missingComponent(error: unknown): UserError | undefined {
	const message = error instanceof Error ? error.message : String(error);
	const [, name] = /Expected component `([^`]+)` to be defined/.exec(message) ?? [];
	if (name === undefined) return undefined;
	return new UserError(
		'mdx-component-missing',
		phrase`A trusted .mdx file uses <${name}> without importing it.`,
		'Import it in that file; the built-in blocks are for .mdx files that mdx.trusted does not name.',
		error,
	);
}
