import type { Fence, SourceRange } from '../../model/index.ts';
import { sourceLine } from '../places.ts';

/** What the fence draws: its first line, behind frontmatter, settings and comments. */
const FLOWCHART =
	/^\s*(?:---\n[\s\S]*?\n[ \t]*---[ \t]*\n\s*)?(?:%%[^\n]*\n\s*)*(?:flowchart|graph)(?:-elk)?(?![\w-])/;

export function isFlowchart({ lang, value }: Fence): boolean {
	return lang === 'mermaid' && FLOWCHART.test(value);
}

/** Where an offset of a fence's content stands in the file: a line of content is the end of its source line. */
export function placeInFence(fence: Fence, text: string, offset: number, length: number): SourceRange {
	const before = fence.value.slice(0, offset).split('\n');
	const line = fence.contentLine + before.length - 1;
	const content = fence.value.split('\n')[before.length - 1] ?? '';
	const margin = Math.max(0, sourceLine(text, line).length - content.length);
	const column = margin + (before.at(-1)?.length ?? 0) + 1;
	return { start: { line, column }, end: { line, column: column + length } };
}

/** A node where a statement names it. */
export interface NodeMention {
	readonly id: string;
	readonly offset: number;
	/** Whether its text or shape stands behind it. */
	readonly isLabelled: boolean;
}

const LABEL = '\x01';
const LINK_TEXT = '\x02';

const ID = '[\\p{L}\\p{N}_]+(?:[-.][\\p{L}\\p{N}_]+)*';
const NODE = new RegExp(`[ \\t]*(${ID})(@?${LABEL}+)?(?::::[\\w-]+)?[ \\t]*`, 'uy');
const LINK = new RegExp(
	`(?:&|(?:<|[xo](?=[-=]))?(?:-{2,}|={2,}|-\\.+-|~{3,})(?:>|[xo](?=[ \\t]))?[ \\t]*${LINK_TEXT}*)[ \\t]*`,
	'y',
);
const SUBGRAPH = new RegExp(`^[ \\t]*subgraph[ \\t]+(${ID})[ \\t]*${LABEL}*[ \\t]*;?[ \\t]*$`, 'u');
const ASIDE = /^[ \t]*(?:%%.*|(?:end|direction|click|style|class|classDef|linkStyle)(?![^\s;]).*|)$/;

/**
 * Every mention of a node, in reading order; undefined where the flowchart has a line that is not one of the plain ones:
 * of it, not all is known.
 */
export function nodesOf({ value }: Fence): NodeMention[] | undefined {
	const lines = withoutTexts(value.slice(FLOWCHART.exec(value)?.[0].length ?? 0)).split('\n');
	const mentions: NodeMention[] = [];
	let offset = value.length - lines.join('\n').length;
	// What stands behind the name of the diagram is its direction.
	for (const [index, line] of lines.entries()) {
		if (index > 0 && !ASIDE.test(line)) {
			const found = mentionsIn(line, offset);
			if (!found) return undefined;
			mentions.push(...found);
		} else if (index === 0 && !/^[ \t]*[A-Z<>^v]{0,2}[ \t]*;?[ \t]*$/.test(line)) return undefined;
		offset += line.length + 1;
	}
	return mentions;
}

function mentionsIn(line: string, offset: number): NodeMention[] | undefined {
	const subgraph = SUBGRAPH.exec(line)?.[1];
	// An edge may lead to it as to a node.
	if (subgraph) return [{ id: subgraph, offset: offset + line.indexOf(subgraph), isLabelled: true }];
	const mentions: NodeMention[] = [];
	let at = 0;
	while (at < line.length) {
		NODE.lastIndex = at;
		const node = NODE.exec(line);
		if (!node) return undefined;
		const { 0: whole, 1: id = '', 2: label } = node;
		mentions.push({ id, offset: offset + at + whole.indexOf(id), isLabelled: label !== undefined });
		at += whole.length;
		if (line[at] === ';') {
			at += /^;[ \t]*/.exec(line.slice(at))?.[0].length ?? 1;
			continue;
		}
		LINK.lastIndex = at;
		const link = at < line.length ? LINK.exec(line)?.[0] : '';
		if (link === undefined) return undefined;
		at += link.length;
	}
	return mentions;
}

/** The same text, as long, with marks for what is shown: of nodes in their shapes, and of links. */
function withoutTexts(value: string): string {
	const masked = (mark: string) => (all: string) => all.replace(/[^\n]/g, mark);
	return value
		.replace(/^[ \t]*%%.*$/gm, masked(' '))
		.replace(/"[^"]*"/g, masked('\x03'))
		.replace(/\|[^|\n]*\|/g, masked(LINK_TEXT))
		.replace(/\[[^[\]\n]*\]|\([^()\n]*\)|\{[^{}\n]*\}/g, masked(LABEL))
		.replace(/\[[^[\]\n]*\]|\([^()\n]*\)|\{[^{}\n]*\}/g, masked(LABEL))
		.replace(/(?<=[\p{L}\p{N}_])>[^[\]\n]*\]/gu, masked(LABEL))
		.replace(
			/(?:--|==|-\.)[ \t]+[^-=|\n]+?[ \t]*(?:-{2,}[>xo]?|={2,}[>xo]?|\.+->?)/g,
			(all) => `-->${LINK_TEXT.repeat(all.length - 3)}`,
		);
}
