import type { Code } from 'mdast';
import { isClosed, openingInside, openingMarks } from '../../model/fenced-code.ts';
import type { Fence } from '../../model/index.ts';
import type { Collector } from './collector.ts';
import { onItsOwn } from './plain-text.ts';

/** Collects a fenced code block, and the links of a mermaid diagram in it. Indented code is no fence. */
export function collectFence(node: Code, collector: Collector): void {
	const start = node.position?.start.offset ?? 0;
	const end = node.position?.end.offset ?? start;
	const mark = collector.text.charAt(start);
	if (mark !== '`' && mark !== '~') return;
	if (node.value.includes('\r')) node.value = node.value.replace(/\r\n?/g, '\n');
	const lines = node.value.split('\n');
	const first = lines[0] ?? '';
	const contentStart = nextLine(collector.text, start);
	const fence: Fence = {
		lang: node.lang?.toLowerCase() ?? '',
		meta: node.meta ?? '',
		value: onItsOwn(node.value),
		range: collector.lines.range(start, end),
		contentLine: (node.position?.start.line ?? 1) + 1,
		contentColumn: columnOf(collector.text, contentStart, first, node.position?.start.column ?? 1),
		...(node.lang?.toLowerCase() === 'mermaid' && isOpen(node, collector.text) && { unclosed: true }),
	};
	node.data = { ...node.data, fence: collector.fences.length };
	collector.fences.push(fence);
	if (fence.lang === 'mermaid') collectDiagramLinks(lines, contentStart, collector);
	else collector.sections.write(node.value);
}

/** Whether what follows a block, or the block behind it, became a part of it; a finding by itself. */
function isOpen(node: Code, text: string): boolean {
	const marks = openingMarks(node, text) ?? '';
	return !isClosed(node, marks, text) || openingInside(node, marks) !== undefined;
}

function nextLine(text: string, from: number): number {
	const end = lineEnd(text, from);
	return Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

function lineEnd(text: string, from: number): number {
	const feed = text.indexOf('\n', from);
	const end = feed === -1 ? text.length : feed;
	const back = text.slice(from, end).indexOf('\r');
	return back === -1 ? end : from + back;
}

/** A line of content is the end of its source line: what is before it belongs to lists and quotes. */
function columnOf(text: string, lineStart: number, content: string, fallback: number): number {
	const line = text.slice(lineStart, lineEnd(text, lineStart));
	return line.endsWith(content) && content !== '' ? line.length - content.length + 1 : fallback;
}

/** `click step "target"`, `click step href "target"`, and `link Class "target"` of class diagrams. */
const CLICK = /^\s*(?:click|link)\s+\S+\s+(?:href\s+)?"([^"]+)"/;

function collectDiagramLinks(lines: readonly string[], contentStart: number, collector: Collector): void {
	let lineStart = contentStart;
	for (const line of lines) {
		const match = CLICK.exec(line);
		const target = match?.[1];
		if (match && target !== undefined) {
			const column = columnOf(collector.text, lineStart, line, 1) - 1;
			const start = lineStart + column + match[0].length - 1 - target.length;
			collector.references.push({
				type: 'diagram',
				target,
				range: collector.lines.range(start, start + target.length),
			});
		}
		lineStart = nextLine(collector.text, lineStart);
	}
}
