import { createRequire } from 'node:module';
import type { AstroConfig } from 'astro';
import { phrase, type SiteModel, UserError } from '../../model/index.ts';
import { trustedMdx } from './astro-config.ts';

/** Name of the integration. */
export const NAME = 'mainstay';

/** Of Astro, whose compiler and routes our components are written for. */
const MAJOR = '7';

/** Throws a UserError for an Astro site that the knowledge base cannot be part of. */
export function checkHost({ integrations, root }: Pick<AstroConfig, 'integrations' | 'root'>): void {
	const version = astroVersion(root);
	if (version !== undefined && version.split('.')[0] !== MAJOR) {
		throw new UserError(
			'astro-version',
			phrase`mainstay/astro goes with Astro ${MAJOR}; this site has ${version}.`,
			phrase`Run \`npm install astro@${MAJOR}\`, or build the knowledge base by itself: mainstay build --base /kb/.`,
		);
	}
	if (integrations.filter(({ name }) => name === NAME).length < 2) return;
	throw new UserError(
		'mainstay-twice',
		'One Astro site holds one knowledge base; mainstay() is among the integrations twice.',
		'Put both folders into one: `sources` in mainstay.yaml.',
	);
}

/** Trusted MDX is code of theirs and runs with what they set up for it. */
export function checkMdx(model: SiteModel, { integrations }: Pick<AstroConfig, 'integrations'>): void {
	const [page] = trustedMdx(model).values();
	if (page === undefined || integrations.some(({ name }) => name === '@astrojs/mdx')) return;
	throw new UserError(
		'mdx-missing',
		phrase`${page} is trusted MDX, which Astro can only read with its MDX integration.`,
		'Run `npx astro add mdx`, or take the file out of mdx.trusted in mainstay.yaml.',
	);
}

/** Of the copy that the site runs with; undefined where it cannot be found from the site's folder. */
function astroVersion(root: URL): string | undefined {
	const load = createRequire(new URL('package.json', root));
	try {
		return (load('astro/package.json') as { version?: string }).version;
	} catch {
		return undefined;
	}
}
