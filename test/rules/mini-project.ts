import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { resolveConfig } from '../../src/config/index.ts';
import { buildGraph } from '../../src/graph/index.ts';
import type {
	AssetFile,
	CompileConfig,
	Document,
	DocumentGraph,
	Finding,
	SourceFile,
} from '../../src/model/index.ts';
import { parseDocument } from '../../src/parse/index.ts';
import { checkDocument, checkGraph, checkLikeness } from '../../src/rules/index.ts';

export interface CheckedProject {
	readonly config: CompileConfig;
	readonly documents: readonly Document[];
	readonly graph: DocumentGraph;
	readonly findings: readonly Finding[];
}

/** A whole project in memory, from texts to findings: what the compiler does, without disk and workers. */
export function checkProject(files: Readonly<Record<string, string>>): CheckedProject {
	const settings = files['mainstay.yaml'];
	const { config, findings } = resolveConfig(settings, {
		root: '/project',
		...(settings === undefined ? {} : { file: 'mainstay.yaml' }),
	});
	const documents: Document[] = [];
	const assets = new Map<string, AssetFile>();
	const all: Finding[] = [...findings];
	for (const [path, text] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (path === 'mainstay.yaml') continue;
		if (!config.sources.some((source) => path.startsWith(`${source.path}/`) || source.path === '.')) continue;
		if (!/\.(md|mdx|markdown)$/i.test(path)) {
			assets.set(path, { path, size: text.length });
			continue;
		}
		const source = sourceOf(path, text, config);
		const { document, tree, findings: parsed } = parseDocument(source, config);
		documents.push(document);
		all.push(...parsed, ...checkDocument({ document, source, config, tree }));
	}
	const graph = buildGraph(documents, assets, config);
	const isFile = (path: string, from: string): boolean => posix.join(posix.dirname(from), path) in files;
	const context = { graph, config, assets, asOf: '2026-11-22', isFile };
	all.push(...checkGraph(context), ...checkLikeness(context));
	return { config, documents, graph, findings: all };
}

function sourceOf(path: string, text: string, config: CompileConfig): SourceFile {
	const folder = config.sources.map((source) => source.path).find((source) => path.startsWith(`${source}/`));
	return {
		path,
		text,
		hash: createHash('sha256').update(text).digest('hex'),
		docPath: folder ? path.slice(folder.length + 1) : path,
	};
}

/** `docs/a.md:3:5` */
export function placeOf({ file, range }: Pick<Finding, 'file' | 'range'>): string {
	return `${file}:${range.start.line}:${range.start.column}`;
}
