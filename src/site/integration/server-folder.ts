import type { AstroIntegration } from 'astro';

/**
 * Lets `build.server` decide where the code goes that renders the pages. Astro on its own puts it into
 * the output folder or, when that is not below the working directory, into `.astro` of the working
 * directory: somebody else's folder, and the same one for every build.
 */
export function ownServerFolder(): AstroIntegration {
	return {
		name: 'mainstay:server-folder',
		hooks: {
			'astro:config:done': ({ setAdapter }) =>
				setAdapter({
					name: 'mainstay',
					entrypointResolution: 'auto',
					adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
					supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
				}),
		},
	};
}
