import { dataDictionary } from '../../../src/boards/data-dictionary.ts';
import { processesInOrder } from '../../../src/boards/process-set.ts';
import type { WorkSet } from '../../../src/boards/roles.ts';
import { buildGraph } from '../../../src/graph/index.ts';
import type { CompileConfig, Document } from '../../../src/model/index.ts';
import { CONFIG, documentOf } from '../graph/documents.ts';
import { record } from './overlay-documents.ts';

/** A process of level 3 with these steps. */
export function process(
	id: string,
	steps: readonly object[],
	frontmatter: Document['frontmatter'] = {},
	lang = 'zh-CN',
): Document {
	return record(id, { level: 3, steps, ...frontmatter }, lang);
}

export function page(path: string, frontmatter: Document['frontmatter'] = {}): Document {
	return documentOf({ file: `docs/${path}.md`, frontmatter });
}

/** What the boards of roles are made from, for these documents. */
export function workSet(documents: readonly Document[], settings: Partial<CompileConfig> = {}): WorkSet {
	const config = { ...CONFIG, ...settings };
	const graph = buildGraph(documents, new Map(), config);
	const processes = processesInOrder(graph, config);
	return { graph, config, processes, dictionary: dataDictionary(processes, graph, config) };
}
