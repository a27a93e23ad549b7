import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { phrase, UserError } from '../../model/index.ts';
import { trustedMdx } from './astro-config.ts';
import type { DevFiles } from './dev-files.ts';
import {
	compileEmbedded,
	type EmbeddedRun,
	type EmbeddingEdge,
	type HostSettings,
} from './embedded-compile.ts';
import { followDocuments, searchFolderOf } from './embedded-follow.ts';
import { checkHost, checkMdx, NAME } from './embedded-host.ts';
import { type EmbeddedOptions, type Placement, placementOf } from './embedded-options.ts';
import { writeEmbedded } from './embedded-output.ts';
import { embeddedPlugins, embeddedRoutes } from './embedded-plugins.ts';
import { type Handover, registerHandover } from './handover.ts';

/** What is there from the set-up on, until Astro has ended. */
interface Embedding {
	readonly placement: Placement;
	readonly host: HostSettings;
	readonly handover: Handover;
	readonly files: DevFiles;
	readonly key: string;
	readonly run: EmbeddedRun;
	release(): void;
}

/**
 * The knowledge base within a site that somebody else makes with Astro: its pages below a prefix, in their
 * layout where one is named. Their settings stay as they are. `edge` is what only the process knows.
 */
export function embedded(options: EmbeddedOptions, edge: EmbeddingEdge): AstroIntegration {
	let embedding: Embedding | undefined;
	let following: { close(): Promise<void> } | undefined;
	return {
		name: NAME,
		hooks: {
			'astro:config:setup': (setup) =>
				withoutStack(async () => {
					embedding = await setUp(options, edge, setup);
				}),
			'astro:config:done': ({ config }) => {
				if (embedding) embedding.handover.hostPolicy = Boolean(config.security.csp);
			},
			'astro:server:setup': ({ server, logger }) => {
				if (!embedding) return;
				const { placement, host, run: first, handover, files } = embedding;
				following = followDocuments({
					placement,
					host,
					edge,
					first,
					vite: server,
					show: (run) => {
						tell(run, edge, logger);
						handover.model = run.model;
						files.model = run.model;
						files.assets = run.assets;
					},
					fail: (error) => logger.error(error instanceof Error ? error.message : String(error)),
				});
			},
			'astro:server:done': async () => {
				await following?.close();
				embedding?.release();
			},
			'astro:build:done': async ({ dir, logger }) => {
				if (!embedding) return;
				const { placement, run, release } = embedding;
				release();
				const { pages, records } = await writeEmbedded(placement, run, fileURLToPath(dir));
				logger.info(`${pages} pages below ${placement.base}, ${records} search records`);
			},
		},
	};
}

type SetUp = Parameters<NonNullable<AstroIntegration['hooks']['astro:config:setup']>>[0];

async function setUp(
	options: EmbeddedOptions,
	edge: EmbeddingEdge,
	{ command, config, injectRoute, updateConfig, logger }: SetUp,
): Promise<Embedding | undefined> {
	if (command !== 'build' && command !== 'dev') return undefined;
	checkHost(config);
	const placement = placementOf(options, config);
	const run = await compileEmbedded(placement, config, edge);
	tell(run, edge, logger);
	if (command === 'build') refuseErrors(run);
	checkMdx(run.model, config);
	const made = embed(placement, config, run, command);
	const mdx = (): ReadonlyMap<string, string> => trustedMdx(made.handover.model);
	for (const route of embeddedRoutes(placement.prefix)) injectRoute(route);
	updateConfig({
		vite: {
			plugins: embeddedPlugins(placement, made.key, mdx, () => made.files),
			// What two copies of Astro make does not go together.
			resolve: { dedupe: ['astro'] },
		},
	});
	return made;
}

/** Astro shows the stack of whatever ends it; of a wrong option that would hide what to do. */
async function withoutStack(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		if (error instanceof UserError) error.stack = `${error.name}: ${error.message}`;
		throw error;
	}
}

function embed(placement: Placement, host: HostSettings, run: EmbeddedRun, mode: 'build' | 'dev'): Embedding {
	const { model, assets } = run;
	const { prefix, base, appearance } = placement;
	const frame = placement.layout === undefined ? 'prefix' : 'layout';
	const handover: Handover = { model, mode, frame, appearance };
	// Vite takes Astro's base off before it hands an address on; a plug-in that comes first sees it whole.
	const below = [...new Set([base, `${prefix}/`])];
	const files: DevFiles = { model, assets, folder: searchFolderOf(run), below };
	return { placement, host, handover, files, run, ...registerHandover(handover) };
}

function tell(run: EmbeddedRun, edge: EmbeddingEdge, logger: AstroIntegrationLogger): void {
	const text = edge.report(run).trimEnd();
	if (text) logger[run.errors > 0 ? 'error' : 'warn'](`\n${text}`);
}

function refuseErrors({ errors }: EmbeddedRun): void {
	if (errors === 0) return;
	throw new UserError(
		'documents-have-errors',
		phrase`The knowledge base has ${errors} ${errors === 1 ? 'error' : 'errors'}; nothing was built.`,
		'Mend what is listed above; mainstay check lists it too.',
	);
}
