import type {
	Code,
	FootnoteDefinition,
	FootnoteReference,
	Heading,
	Html,
	Image,
	ImageReference,
	Link,
	Nodes,
	Parents,
	Root,
	Table,
	TableRow,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { SourceRange } from '../../model/index.ts';
import { type LineTable, lineTable } from '../../model/lines.ts';

/** Blocks that hold running text. */
export type TextBlock = Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>;

/** The parts of a body that rules ask for, each list in document order. */
export interface BodyParts {
	readonly blocks: readonly TextBlock[];
	readonly headings: readonly Heading[];
	readonly images: readonly (Image | ImageReference)[];
	readonly links: readonly Link[];
	readonly tables: readonly Table[];
	readonly html: readonly Html[];
	readonly code: readonly Code[];
	readonly directives: readonly ContainerDirective[];
	readonly notes: readonly FootnoteDefinition[];
	/** Where the text calls notes that are there. */
	readonly calls: readonly FootnoteReference[];
	/** Labels of the link targets that the body defines. */
	readonly definitions: readonly string[];
}

const known = new WeakMap<Root, BodyParts>();

/** Walks a tree once for all rules that look into the body. `tree` is the mdast root of a rule's context. */
export function bodyParts(tree: unknown): BodyParts {
	const root = tree as Root;
	let parts = known.get(root);
	if (!parts) {
		parts = gather(root);
		known.set(root, parts);
	}
	return parts;
}

function gather(root: Root) {
	const parts = {
		blocks: [] as TextBlock[],
		headings: [] as Heading[],
		images: [] as (Image | ImageReference)[],
		links: [] as Link[],
		tables: [] as Table[],
		html: [] as Html[],
		code: [] as Code[],
		directives: [] as ContainerDirective[],
		notes: [] as FootnoteDefinition[],
		calls: [] as FootnoteReference[],
		definitions: [] as string[],
	};
	const visit = (parent: Parents): void => {
		for (const node of parent.children as Nodes[]) {
			switch (node.type) {
				case 'heading':
					parts.headings.push(node);
					parts.blocks.push(node);
					break;
				case 'paragraph':
				case 'tableCell':
					parts.blocks.push(node);
					break;
				case 'image':
				case 'imageReference':
					parts.images.push(node);
					break;
				case 'link':
					parts.links.push(node);
					break;
				case 'table':
					parts.tables.push(node);
					break;
				case 'html':
					parts.html.push(node);
					break;
				case 'code':
					parts.code.push(node);
					break;
				case 'containerDirective':
					parts.directives.push(node);
					break;
				case 'definition':
					parts.definitions.push(node.label ?? node.identifier);
					break;
				case 'footnoteDefinition':
					parts.notes.push(node);
					break;
				case 'footnoteReference':
					parts.calls.push(node);
			}
			if ('children' in node) visit(node);
		}
	};
	visit(root);
	return parts;
}

/** Stands in {@link runningText} for what is no running text: code, addresses, tags, marks of emphasis. */
const MASK = '\0';

/** The source of a block in which only its plain text is left, everything else masked; offsets stay the same. */
export function runningText(block: TextBlock, text: string): string {
	const start = block.position?.start.offset ?? 0;
	const end = block.position?.end.offset ?? start;
	const pieces: string[] = [];
	let at = start;
	const visit = (parent: Parents): void => {
		for (const node of parent.children as Nodes[]) {
			if (node.type !== 'text') {
				if ('children' in node) visit(node);
				continue;
			}
			const from = node.position?.start.offset ?? at;
			const to = node.position?.end.offset ?? from;
			if (from < at || to > end) continue;
			pieces.push(MASK.repeat(from - at), text.slice(from, to));
			at = to;
		}
	};
	visit(block);
	return pieces.join('') + MASK.repeat(Math.max(0, end - at));
}

/** Where `from` to `to`, offsets inside the block, stand in the file. */
export function placeIn(
	block: TextBlock | Html | TableRow,
	text: string,
	from: number,
	to: number,
): SourceRange {
	const start = block.position?.start.offset ?? 0;
	return linesOf(text).range(start + from, start + to);
}

let last: { readonly text: string; readonly lines: LineTable } | undefined;

/** Of the text asked about last: a document full of slips asks thousands of times. */
function linesOf(text: string): LineTable {
	if (last?.text !== text) last = { text, lines: lineTable(text) };
	return last.lines;
}

export function columnsOf({ align, children }: Table): number {
	return align?.length ?? children[0]?.children.length ?? 0;
}

/** The first line of a node, for things that cover many. */
export function lineFrom(node: Nodes, text: string): SourceRange {
	const { line = 1, column = 1, offset = 0 } = node.position?.start ?? {};
	const written = /^[^\r\n]*/.exec(text.slice(offset, offset + 1000))?.[0].trimEnd() ?? '';
	return { start: { line, column }, end: { line, column: column + written.length } };
}

/** The range of a node of the tree. */
export function rangeOf(node: Nodes): SourceRange {
	const { start = { line: 1, column: 1 }, end = start } = node.position ?? {};
	return {
		start: { line: start.line, column: start.column },
		end: { line: end.line, column: end.column },
	};
}
