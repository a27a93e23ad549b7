import type { Nodes, Root } from 'mdast';
import { placesOf } from '../../src/fixes/index.ts';
import type { CompileConfig, Document, Reference, SourceFile } from '../../src/model/index.ts';
import { findTarget } from '../../src/parse/content/targets.ts';
import { parseDocument } from '../../src/parse/index.ts';

/** A place that names a file though no reader can follow it: no check asks where it leads, a move must. */
export type LooseReference = Reference & {
	/** A module is named by `./x`, never by `x`. */
	readonly isImport: boolean;
};

/** Definitions that no link uses, and what trusted MDX imports or passes on; in reading order. */
export function looseReferences(
	document: Document,
	source: SourceFile,
	config: CompileConfig,
): LooseReference[] {
	const { text } = source;
	const mayImport = document.trustedMdx === true && /^(?:import|export)\b/m.test(text);
	if (!mayImport && !/^[ \t>]*\[[^\]]+\]:/m.test(text)) return [];
	const { tree } = parseDocument(source, config);
	const places = placesOf(text);
	const known = new Set(document.references.map(({ range: { start } }) => `${start.line}:${start.column}`));
	return [...definitionsIn(tree, text), ...importsIn(tree)].flatMap(({ start, end, target, isImport }) => {
		const range = places.range(start, end);
		if (known.has(`${range.start.line}:${range.start.column}`)) return [];
		return [{ type: 'link' as const, target, range, isImport }];
	});
}

interface Found {
	readonly start: number;
	readonly end: number;
	readonly target: string;
	readonly isImport: boolean;
}

function definitionsIn(tree: Root, text: string): Found[] {
	return nodesOf(tree, 'definition').flatMap((node) => {
		const { url, position } = node;
		const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
		const target = findTarget(text, url, start, end, ']:');
		return target ? [{ ...target, target: url, isImport: false }] : [];
	});
}

/** What stands behind `from` or `import`: `import a from './a.js'`, `import './a.css'`, `export * from './b.js'`. */
function importsIn(tree: Root): Found[] {
	return nodesOf(tree, 'mdxjsEsm').flatMap((node) => {
		const { value, position } = node;
		const from = position?.start.offset ?? 0;
		return [...value.matchAll(/(?:\bfrom|^\s*import)\s*(["'])(\.{1,2}\/[^"'\n]*)\1/gm)].map((match) => {
			const target = match[2] ?? '';
			const start = from + match.index + match[0].length - 1 - target.length;
			return { start, end: start + target.length, target, isImport: true };
		});
	});
}

function nodesOf<T extends Nodes['type']>(node: Nodes, type: T): Extract<Nodes, { type: T }>[] {
	const own = node.type === type ? [node as Extract<Nodes, { type: T }>] : [];
	return 'children' in node ? [...own, ...node.children.flatMap((child) => nodesOf(child, type))] : own;
}
