import { processFacts } from '../../boards/process-health.ts';
import {
	type Document,
	type DocumentGraph,
	type DocumentId,
	interfaceLanguageOf,
	type LanguageTag,
	type LanguageView,
	type ListEntry,
	languagePrefix,
	type ProcessFacts,
	type ProcessNode,
	type ResolvedConfig,
} from '../../model/index.ts';
import { navigationOf } from './navigation.ts';
import { byKindAndId } from './relations.ts';
import type { Versions } from './versions.ts';

/** What home, map and listings show, once per configured language. */
export function viewsOf(
	graph: DocumentGraph,
	versions: Versions,
	config: ResolvedConfig,
	asOf: string,
): Omit<LanguageView, 'work'>[] {
	const facts = processFacts(graph, { asOf, reviewEvery: config.review.every });
	const defaultLanguage = config.languages[0] ?? 'en';
	return config.languages.map((lang) => ({
		lang,
		interfaceLanguage: interfaceLanguageOf(lang),
		prefix: languagePrefix(lang, defaultLanguage),
		entries: entriesOf(graph, versions, lang),
		processes: processTree(graph, versions, lang, facts),
		navigation: navigationOf(graph, versions, lang),
	}));
}

function entriesOf(graph: DocumentGraph, versions: Versions, lang: LanguageTag): ListEntry[] {
	return [...graph.byId.keys()]
		.flatMap((id) => versions.of(id, lang) ?? [])
		.map((document) => entryOf(document, versions))
		.sort(byKindAndId);
}

const TEXT_FACETS = [
	'owner',
	'severity',
	'exceptionClass',
	'logType',
	'wricef',
	'stage',
	'phase',
	'date',
	'outcome',
] as const;

function entryOf(document: Document, versions: Versions): ListEntry {
	const { frontmatter } = document;
	const facets: Record<string, string> = {};
	for (const name of TEXT_FACETS) {
		const value = frontmatter[name];
		if (typeof value === 'string') facets[name] = value;
	}
	const upgrade = frontmatter['upgrade'] as { risk?: unknown } | undefined;
	const { level } = frontmatter;
	return {
		...versions.linkTo(document),
		modules: texts(frontmatter['modules']),
		systems: systemsOf(document),
		...facets,
		...(typeof upgrade?.risk === 'string' ? { upgradeRisk: upgrade.risk } : {}),
		...(typeof level === 'number' ? { level } : {}),
	};
}

/** A log names one system, the other kinds a list. */
export function systemsOf(document: Document): string[] {
	const { system, systems } = document.frontmatter;
	return typeof system === 'string' ? [...new Set([system, ...texts(systems)])] : texts(systems);
}

/** The strings of a list; anything else is an empty list. */
export function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** Processes without a known parent are roots, so that a broken hierarchy hides nothing. */
function processTree(
	graph: DocumentGraph,
	versions: Versions,
	lang: LanguageTag,
	facts: ReadonlyMap<DocumentId, ProcessFacts>,
): ProcessNode[] {
	const placed = new Set<DocumentId>();
	const node = (id: DocumentId): ProcessNode[] => {
		const document = versions.of(id, lang);
		if (!document || placed.has(id)) return [];
		const known = facts.get(id);
		if (!known) return [];
		placed.add(id);
		const { level, owner } = document.frontmatter;
		return [
			{
				...versions.linkTo(document),
				level: typeof level === 'number' ? level : 3,
				...(typeof owner === 'string' ? { owner } : {}),
				facts: known,
				children: (graph.children.get(id) ?? []).flatMap(node),
			},
		];
	};
	const ids = [...graph.byId.keys()].filter((id) => versions.of(id, lang)?.kind === 'process').sort();
	const hasParent = (id: DocumentId): boolean => {
		const parent = versions.of(id, lang)?.frontmatter['parent'];
		return typeof parent === 'string' && graph.byId.has(parent);
	};
	const roots = ids.filter((id) => !hasParent(id)).flatMap(node);
	// What is left hangs in a cycle of parents; the rules report it.
	return [...roots, ...ids.flatMap(node)].sort((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1));
}
