import { processModelOf } from '../../schemas/index.ts';
import { openProject } from '../../src/compiler/index.ts';
import { searchRecordOf } from '../../src/compiler/site-model/records.ts';
import { buildGraph } from '../../src/graph/index.ts';
import { type ResolvedConfig, routeOf, type SearchRecord } from '../../src/model/index.ts';
import { parseDocument } from '../../src/parse/index.ts';
import { readSources } from '../../src/sources/index.ts';

export interface KnowledgeBase {
	readonly config: ResolvedConfig;
	readonly records: readonly SearchRecord[];
	/** Path below the documents folder, and id → routes; a document in three languages has three. */
	readonly routes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a build would hand to the search, through the same parser, without checking, drawing and pages. */
export async function readKnowledgeBase(folder: string): Promise<KnowledgeBase> {
	const { config, workFolder } = await openProject(folder, { named: true });
	const { documents, assets } = await readSources(config, [workFolder]);
	const parsed = documents.map((source) => parseDocument(source, config).document);
	const all = [...buildGraph(parsed, assets, config).nodes.values()];
	const routes = new Map<string, Set<string>>();
	const records = all.map((document) => {
		const route = routeOf(document, config.languages[0] ?? 'en');
		for (const name of [document.docPath, document.id]) {
			routes.set(name, (routes.get(name) ?? new Set()).add(route));
		}
		const { frontmatter, kind, lang } = document;
		const process = kind === 'process' ? processModelOf(frontmatter, lang, config) : undefined;
		return searchRecordOf(document, route, process, config);
	});
	return { config, records, routes };
}
