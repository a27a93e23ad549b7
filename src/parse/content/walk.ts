import type { Heading as HeadingNode, Nodes, Parents, Root } from 'mdast';
import { joinHanLines } from '../../model/index.ts';
import { nestingTooDeep } from '../findings.ts';
import { DEEPEST } from '../markdown/bombs.ts';
import { explicitId } from './anchor-ids.ts';
import { linkBareIds } from './bare-ids.ts';
import { cutAutolinks } from './cjk-autolinks.ts';
import type { Collector } from './collector.ts';
import { collectFence } from './fences.ts';
import { collectLink, collectReferenceStyle, readDefinition } from './links.ts';
import { tellUnpairedTags } from './paired-tags.ts';
import { onItsOwn, textOf } from './plain-text.ts';
import { collectHtml } from './raw-html.ts';
import { collectDirective, isLabel } from './steps.ts';

/** Thrown by the walk itself and caught by its caller: the tree is deeper than anything may be. */
export class TooDeep extends Error {
	readonly node: Nodes;

	constructor(node: Nodes) {
		super(nestingTooDeep.code);
		this.node = node;
	}
}

/** Walks the tree once, gathering everything that checks, search and rendering want to know of it. */
export function walk(tree: Root, collector: Collector): void {
	gatherDefinitions(tree, collector, 0);
	visitChildren(tree, collector, 0);
	tellUnpairedTags(collector);
}

/** Definitions may stand below their uses, so they come first. Only containers can hold them. */
function gatherDefinitions(parent: Parents, collector: Collector, depth: number): void {
	if (depth > 2 * DEEPEST) throw new TooDeep(parent);
	for (const child of parent.children as Nodes[]) {
		switch (child.type) {
			case 'definition':
				if (!collector.definitions.has(child.identifier)) {
					collector.definitions.set(child.identifier, readDefinition(child, collector.text));
				}
				break;
			case 'footnoteDefinition':
				collector.footnotes.add(child.identifier);
				gatherDefinitions(child, collector, depth + 1);
				break;
			case 'blockquote':
			case 'list':
			case 'listItem':
			case 'containerDirective':
				gatherDefinitions(child, collector, depth + 1);
		}
	}
}

function visitChildren(parent: Parents, collector: Collector, depth: number): void {
	for (const child of parent.children as Nodes[]) visit(child, parent, collector, depth);
}

function visit(node: Nodes, parent: Parents, collector: Collector, depth: number): void {
	const { sections } = collector;
	switch (node.type) {
		case 'text':
			// The mark of GitHub's `> [!NOTE]` is no text for readers.
			sections.write(
				joinHanLines(node.value.startsWith('[!') ? node.value.replace(/^\[![A-Z]+\]/, '') : node.value),
			);
			return;
		case 'inlineCode':
			sections.write(node.value);
			return;
		case 'break':
			sections.write('\n');
			return;
		case 'heading':
			visitHeading(node, parent, collector, depth);
			return;
		case 'code':
			if (node.position) collectFence(node, collector);
			if (node.data?.fence === undefined) sections.write(node.value);
			sections.write('\n');
			return;
		case 'html':
			collectHtml(node, collector);
			return;
		case 'image':
			collectLink(node, collector);
			sections.write(node.alt ?? '');
			return;
		case 'imageReference':
			collectReferenceStyle(node, collector);
			sections.write(node.alt ?? '');
			return;
		case 'footnoteReference':
			collector.usedFootnotes.add(node.identifier);
			return;
		case 'link':
			collectLink(node, collector);
			break;
		case 'linkReference':
			collectReferenceStyle(node, collector);
			break;
		case 'containerDirective':
			collectDirective(node, collector);
			break;
		case 'tableRow':
			// Cells beyond the columns of the table are in no page.
			if (parent.type === 'table' && parent.align) node.children.splice(parent.align.length);
			break;
		case 'paragraph':
			if (isLabel(node) && parent.type === 'containerDirective' && parent.name === 'step') {
				visitChildren(node, collector, depth);
				sections.write('\n');
				return;
			}
			break;
	}
	if (!('children' in node)) return;
	const deeper = node.type === 'list' ? depth : depth + 1;
	if (deeper > DEEPEST) throw new TooDeep(node);
	if (
		node.type === 'paragraph' ||
		node.type === 'tableCell' ||
		node.type === 'emphasis' ||
		node.type === 'strong'
	) {
		cutAutolinks(node, collector.text);
		linkBareIds(node, collector.text);
	}
	visitChildren(node, collector, deeper);
	if (node.type === 'tableCell') sections.write(' ');
	else if (BLOCKS.has(node.type)) sections.write('\n');
}

const BLOCKS: ReadonlySet<string> = new Set([
	'paragraph',
	'tableRow',
	'listItem',
	'blockquote',
	'footnoteDefinition',
]);

function visitHeading(node: HeadingNode, parent: Parents, collector: Collector, depth: number): void {
	const last = node.children.at(-1);
	const explicit = last?.type === 'text' ? explicitId(last.value) : undefined;
	if (explicit && last?.type === 'text') last.value = explicit.rest;
	const text = onItsOwn(textOf(node).trim());
	const id = explicit ? collector.ids.claim(explicit.id) : collector.ids.derive(text);
	const heading = {
		depth: node.depth,
		text,
		id,
		explicit: explicit !== undefined,
		range: collector.lines.range(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
	};
	collector.headings.push(heading);
	const isTitle = parent.type === 'root' && node.depth === 1 && isTitleText(text, collector);
	node.data = { ...node.data, id, ...(isTitle && { title: true as const }) };
	if (isTitle) collector.titleHeading = heading;
	const opens = node.depth <= 4 && !isTitle;
	if (opens) collector.sections.open(id, text);
	// Links and images in a heading count like any other; its text is the section's heading, not its text.
	const sections = opens || isTitle ? SILENT : collector.sections;
	visitChildren(node, { ...collector, sections }, depth + 1);
	if (!opens && !isTitle) collector.sections.write('\n');
}

const SILENT = { open: () => undefined, write: () => undefined, finish: () => [] };

/** The first H1 gives the title, unless the frontmatter does; then it must say the same. */
function isTitleText(text: string, collector: Collector): boolean {
	if (collector.titleHeading || text === '') return false;
	return collector.givenTitle === undefined || collector.givenTitle.trim() === text;
}
