import type { Nodes, Parents, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { type Finding, type Point, SAFE_TAGS, type SourceRange } from '../../model/index.ts';
import { mdxAttribute, mdxComponent, mdxExpression, mdxImport } from '../findings.ts';
import { DIRECTIVE_NAMES } from '../tree.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Component → directive: `<Step risk="reversible">` is `::::step{risk=reversible}`. */
const COMPONENTS: ReadonlyMap<string, string> = new Map(
	DIRECTIVE_NAMES.map((name) => [name.charAt(0).toUpperCase() + name.slice(1), name]),
);

/**
 * Turns the allowed components of an untrusted MDX tree into the nodes that Markdown would have made:
 * directives, and raw HTML for plain elements, which the sanitiser then sees as ever. All that would
 * run is taken out of the tree and reported; nothing of it is evaluated.
 */
export function reduceMdx(tree: Root, file: string): Finding[] {
	const findings: Finding[] = [];
	reduceChildren(tree, file, findings);
	return findings;
}

function reduceChildren(parent: Parents, file: string, findings: Finding[]): void {
	const children: Nodes[] = parent.children as Nodes[];
	const reduced: Nodes[] = [];
	for (const child of children) {
		if ('children' in child) reduceChildren(child, file, findings);
		for (const node of reduceNode(child, file, findings)) reduced.push(node);
	}
	(parent as { children: Nodes[] }).children = reduced;
}

function reduceNode(node: Nodes, file: string, findings: Finding[]): Nodes[] {
	const report = (code: string, params: Finding['params'], range = rangeOf(node)): void => {
		findings.push({ code, file, range, params });
	};
	switch (node.type) {
		case 'mdxjsEsm':
			report(mdxImport.code, {});
			return [];
		case 'mdxFlowExpression':
		case 'mdxTextExpression': {
			// Comments are the one expression that does nothing.
			if (/^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value)) return [];
			report(mdxExpression.code, { source: `{${node.value.trim().slice(0, 40)}}` });
			return [];
		}
		case 'mdxJsxFlowElement':
		case 'mdxJsxTextElement':
			return reduceElement(node, report);
		default:
			return [node];
	}
}

function reduceElement(node: Element, report: (code: string, params: Finding['params']) => void): Nodes[] {
	const { name } = node;
	const directive = name === null ? undefined : COMPONENTS.get(name);
	if (name === null) return node.children;
	if (directive === undefined && !SAFE_TAGS.has(name)) {
		report(mdxComponent.code, { name, allowed: [...COMPONENTS.keys()].join(', ') });
		return node.children;
	}
	const attributes: Record<string, string> = {};
	for (const attribute of node.attributes) {
		const { value } = attribute;
		if (
			attribute.type === 'mdxJsxAttribute' &&
			(value === null || value === undefined || typeof value === 'string')
		) {
			attributes[attribute.name] = value ?? '';
		} else
			report(mdxAttribute.code, { name: attribute.type === 'mdxJsxAttribute' ? attribute.name : '{...}' });
	}
	if (directive !== undefined) {
		const children =
			node.type === 'mdxJsxTextElement' ? [{ type: 'paragraph', children: node.children }] : node.children;
		return [
			{ type: 'containerDirective', name: directive, attributes, children, position: node.position } as Nodes,
		];
	}
	return htmlAround(node, name, attributes);
}

/** `<kbd>F5</kbd>`: the tags as raw HTML, what is between them as the Markdown it is. */
function htmlAround(node: Element, name: string, attributes: Readonly<Record<string, string>>): Nodes[] {
	const written = Object.entries(attributes).map(
		([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`,
	);
	const position = node.position ? { position: node.position } : {};
	const open: Nodes = { type: 'html', value: `<${name}${written.join('')}>`, ...position };
	if (node.children.length === 0 && /^(?:br|hr|img|input|wbr|col)$/.test(name)) return [open];
	return [open, ...node.children, { type: 'html', value: `</${name}>`, ...position }];
}

function rangeOf(node: Nodes): SourceRange {
	const point = (at: Point | undefined): Point => ({ line: at?.line ?? 1, column: at?.column ?? 1 });
	return { start: point(node.position?.start), end: point(node.position?.end) };
}
