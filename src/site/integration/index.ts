import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { compile, copyAssets, openProject, toDiagnostics } from '../../compiler/index.ts';
import { phrase, type SiteModel, UserError } from '../../model/index.ts';
import { writeSearchIndex } from '../../search/index.ts';
import { writePlainFiles } from '../plain-files.ts';
import { trustedMdx } from './astro-config.ts';
import { registerHandover } from './handover.ts';
import { siteHandover } from './vite-plugins.ts';

export interface IntegrationOptions {
	/** The knowledge base's folder; Astro's root when left out. */
	readonly dir?: string;
	/** The day that due dates are judged by, YYYY-MM-DD. */
	readonly asOf: string;
}

/**
 * Mainstay inside an Astro project: compiles the knowledge base of Astro's root (or `dir`) when Astro
 * starts, gives it to the pages and adds search and assets to what Astro wrote. The command line does
 * more: it stages, reuses unchanged pages and follows saves.
 */
export default function mainstay(options: IntegrationOptions): AstroIntegration {
	let finish: ((outDir: string) => Promise<void>) | undefined;
	return {
		name: 'mainstay',
		hooks: {
			'astro:config:setup': async ({ command, config, updateConfig }) => {
				if (command !== 'build' && command !== 'dev') return;
				const project = await openProject(options.dir ?? fileURLToPath(config.root));
				const outDir = fileURLToPath(config.outDir);
				const base = config.base.endsWith('/') ? config.base : `${config.base}/`;
				const compilation = await compile(project, {
					target: 'site',
					asOf: options.asOf,
					outputs: [outDir],
					base,
					...(config.site ? { siteUrl: new URL(config.site).origin } : {}),
				});
				const diagnostics = toDiagnostics(compilation.findings, project.config.rules, 'en', 'build');
				const [error] = diagnostics.filter((each) => each.severity === 'error');
				const { site } = compilation;
				if (!site || (error && command === 'build')) {
					throw new UserError(
						'documents-have-errors',
						phrase`${error?.file}:${error?.range.start.line}: ${error?.message}`,
						'See all of them: mainstay check',
					);
				}
				const model: SiteModel = { ...site.model, diagnostics };
				const { key } = registerHandover({ model, mode: command });
				const files = trustedMdx(model);
				updateConfig({
					trailingSlash: 'always',
					build: { format: 'directory', inlineStylesheets: 'never' },
					integrations: files.size > 0 ? [mdx()] : [],
					vite: { plugins: [siteHandover(key, () => files)], build: { assetsInlineLimit: 0 } },
				});
				finish = async (folder) => {
					const { languages, search } = project.config;
					await writePlainFiles(model, folder);
					await writeSearchIndex(site.records, { outDir: folder, languages, synonyms: search.synonyms });
					await copyAssets(site.assets, project.root, folder);
				};
			},
			'astro:build:done': async ({ dir }) => finish?.(fileURLToPath(dir)),
		},
	};
}
