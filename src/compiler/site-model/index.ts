import { createHash } from 'node:crypto';
import { labels } from '../../../schemas/index.ts';
import {
	type AssetCopy,
	type Document,
	type DocumentGraph,
	type DocumentKey,
	documentKey,
	markdownPath,
	type Page,
	type ProcessModel,
	type ProcessView,
	type Redirect,
	type RenderedTemplate,
	type ResolvedConfig,
	routeOfAddress,
	type SearchRecord,
	type SiteModel,
	type Vocabulary,
} from '../../model/index.ts';
import { createAssetRegistry } from './assets.ts';
import { boardsFor } from './board-views.ts';
import { breadcrumbsOf } from './breadcrumbs.ts';
import { withChildAddresses } from './child-addresses.ts';
import { glossaryOf } from './glossary.ts';
import { fillBody } from './links.ts';
import { type OverlayViews, overlayViewsOf, withMarks } from './overlay-views.ts';
import { ownFieldsOf } from './own-fields.ts';
import { recordingOf } from './recording.ts';
import { searchRecordOf } from './records.ts';
import { backlinksOf, linksOf, refsOf, relatedTo } from './relations.ts';
import { ruleReferenceFor } from './rule-reference.ts';
import { triageFor } from './triage-views.ts';
import { createVersions, type Versions } from './versions.ts';
import { viewsOf } from './views.ts';
import { workViewsOf } from './work-views.ts';

export { referenceAddress } from './mermaid-targets.ts';

/** Everything that earlier phases made, by document. */
export interface SiteInput {
	readonly config: ResolvedConfig;
	readonly graph: DocumentGraph;
	readonly rendered: ReadonlyMap<DocumentKey, RenderedTemplate>;
	readonly processes: ReadonlyMap<DocumentKey, { readonly model: ProcessModel; readonly view: ProcessView }>;
	/** Finished mermaid figures by fence index. */
	readonly figures: ReadonlyMap<DocumentKey, ReadonlyMap<number, string>>;
	readonly base: string;
	/** The day that due dates are judged by, YYYY-MM-DD. */
	readonly asOf: string;
	/** Last change of the code that dev-notes cover, by their path patterns; left out, nothing is known. */
	readonly codeChanged?: ReadonlyMap<string, string>;
	readonly siteUrl?: string;
	readonly generator: string;
}

export interface SiteOutput {
	readonly model: SiteModel;
	readonly records: readonly SearchRecord[];
	readonly assets: readonly AssetCopy[];
}

/** Joins graph, bodies and drawings into the plain data that pages and search are made from. */
export function buildSiteModel(input: SiteInput): SiteOutput {
	const { config, graph } = input;
	const versions = createVersions(graph, config);
	const assets = createAssetRegistry(config.root);
	const overlays = overlayViewsOf(input, versions);
	const work = workViewsOf(input, versions);
	const pages = [...graph.nodes.values()].map((document) =>
		pageOf(document, input, versions, assets.use, overlays),
	);
	const shell = {
		title: config.title,
		languages: config.languages,
		defaultLanguage: config.languages[0] ?? 'en',
		base: input.base,
		...(input.siteUrl ? { siteUrl: input.siteUrl } : {}),
		generator: input.generator,
		views: viewsOf(graph, versions, config, input.asOf).map((view) => ({
			...view,
			overlays: overlays.sums,
		})),
		modules: toRecord(config.modules),
		systems: toRecord(config.systems),
		roles: toRecord(config.roles),
		labels,
		recording: recordingOf(config),
		redirects: redirectsOf(graph, versions, config),
	};
	return {
		model: {
			...shell,
			views: shell.views.map((view) => ({ ...view, work: work(view.lang) })),
			asOf: input.asOf,
			...boardsFor(input),
			...triageFor(input),
			...ruleReferenceFor(config),
			glossary: glossaryOf(config),
			pages,
			diagnostics: [],
			shellHash: hashOf(shell),
		},
		records: [...graph.nodes.values()].map((document) =>
			searchRecordOf(document, versions.route(document), input.processes.get(keyOf(document))?.model, config),
		),
		assets: [...assets.copies(), ...sourceCopies(graph, versions, config.root)],
	};
}

function pageOf(
	document: Document,
	input: SiteInput,
	versions: Versions,
	useAsset: (path: string) => string,
	overlays: OverlayViews,
): Page {
	const { graph, config } = input;
	const key = keyOf(document);
	const rendered = input.rendered.get(key);
	const process = input.processes.get(key)?.view;
	const links = {
		base: input.base,
		versions,
		links: graph.links.get(key) ?? [],
		figures: input.figures.get(key) ?? new Map<number, string>(),
		useAsset,
	};
	const refs = refsOf(document, versions);
	const overlay = overlays.of(document);
	const page: Omit<Page, 'hash'> = {
		key,
		id: document.id,
		kind: document.kind,
		lang: document.lang,
		route: versions.route(document),
		file: document.file,
		title: document.title,
		summary: document.summary,
		frontmatter: document.frontmatter,
		ownFields: ownFieldsOf(document, config),
		html: rendered ? fillBody(rendered.body, document, links) : '',
		toc: rendered?.toc ?? [],
		procedure: document.procedure,
		translations: [...(graph.byId.get(document.id) ?? [])]
			.filter(([lang]) => lang !== document.lang)
			.map(([lang, other]) => ({ lang, route: versions.route(other) })),
		breadcrumbs: breadcrumbsOf(document, graph, versions, config),
		refs,
		related: relatedTo(document, graph, versions),
		backlinks: backlinksOf(document, graph, versions),
		children: linksOf(graph.children.get(document.id) ?? [], document, versions),
		...(process ? { process: withMarks(withChildAddresses(process, refs, input.base), overlay) } : {}),
		...(overlay ? { overlays: overlay } : {}),
		...(document.lastChanged ? { lastChanged: document.lastChanged } : {}),
		...(document.trustedMdx ? { trustedMdx: `${config.root}/${document.file}` } : {}),
	};
	return { ...page, hash: hashOf(page.trustedMdx ? { ...page, source: document.hash } : page) };
}

/** Every document as it was written, beside its page: what machines read, and people copy from. */
function sourceCopies(graph: DocumentGraph, versions: Versions, root: string): AssetCopy[] {
	return [...graph.nodes.values()].map((document) => ({
		from: `${root}/${document.file}`,
		to: markdownPath(versions.route(document)),
		hash: document.hash,
	}));
}

function redirectsOf(graph: DocumentGraph, versions: Versions, config: ResolvedConfig): Redirect[] {
	const redirects = new Map<string, Redirect>();
	for (const document of graph.nodes.values()) {
		const from = document.frontmatter['redirectFrom'];
		for (const path of Array.isArray(from) ? from : []) {
			if (typeof path !== 'string') continue;
			const route = routeOfAddress(path, config.languages);
			redirects.set(route, { from: route, to: versions.route(document) });
		}
	}
	return [...redirects.values()];
}

function keyOf(document: Document): DocumentKey {
	return documentKey(document.id, document.lang);
}

function toRecord(vocabulary: Vocabulary): SiteModel['modules'] {
	return Object.fromEntries(vocabulary);
}

function hashOf(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
