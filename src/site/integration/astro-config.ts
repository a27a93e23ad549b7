import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroInlineConfig } from 'astro';
import type { SiteModel } from '../../model/index.ts';
import { componentsOutsideRoot, ownAstro, siteHandover } from './vite-plugins.ts';

/** `src/site` of this package, where the Astro pages are. */
const SRC_DIR = new URL('../', import.meta.url);

/** Trusted MDX files by document key. */
export function trustedMdx(model: SiteModel): Map<string, string> {
	const files = new Map<string, string>();
	for (const page of model.pages) if (page.trustedMdx) files.set(page.key, page.trustedMdx);
	return files;
}

/**
 * Makes the folder that Astro takes for its project. It holds a package.json and a tsconfig.json of
 * its own, so that Astro never goes up into the reader's project and reads theirs.
 */
export async function prepareRoot(cacheDir: string): Promise<string> {
	const root = join(cacheDir, 'astro');
	await mkdir(root, { recursive: true });
	await writeFile(join(root, 'package.json'), '{ "private": true, "type": "module" }\n');
	await writeFile(join(root, 'tsconfig.json'), '{ "compilerOptions": { "jsx": "preserve" } }\n');
	return root;
}

/** Astro sends usage data and asks the registry for newer versions unless told not to. */
export function silenceAstro(): void {
	process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
	process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
}

/** The configuration that building and serving have in common; `outDir` is absolute. */
export function inlineConfig(
	root: string,
	outDir: string,
	model: SiteModel,
	handoverKey: string,
	mdxFiles: () => ReadonlyMap<string, string>,
): AstroInlineConfig {
	return {
		configFile: false,
		root,
		srcDir: fileURLToPath(SRC_DIR),
		publicDir: join(root, 'public'),
		outDir,
		base: model.base,
		...(model.siteUrl === undefined ? {} : { site: model.siteUrl }),
		trailingSlash: 'always',
		// Pages wait for the disk most of the time.
		build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
		devToolbar: { enabled: false },
		// Images are copied, never decoded.
		image: { service: { entrypoint: 'astro/assets/services/noop', config: {} } },
		integrations: mdxFiles().size > 0 ? [mdx()] : [],
		vite: {
			plugins: [ownAstro(), componentsOutsideRoot(), siteHandover(handoverKey, mdxFiles)],
			resolve: { tsconfigPaths: false },
			// The reader's settings are for other programs. For a trusted MDX page Vite would read their TypeScript
			// settings, and in a workspace it would put our styles through their PostCSS.
			tsconfig: join(root, 'tsconfig.json'),
			css: { postcss: {} },
			server: { fs: { allow: allowedFolders(root) } },
			build: {
				// Other phases write beside the pages; inlined assets would break the security policy.
				emptyOutDir: false,
				assetsInlineLimit: 0,
				cssTarget: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
			},
		},
	};
}

/** Folders whose files a browser may ask the development server for. */
export function allowedFolders(root: string): string[] {
	const packageOf = (name: string): string =>
		fileURLToPath(new URL('.', import.meta.resolve(`${name}/package.json`)));
	return [root, dirname(dirname(fileURLToPath(SRC_DIR))), packageOf('@fontsource/inter'), packageOf('astro')];
}
