import type { Nodes } from 'mdast';
import { directiveUnclosed } from '../findings.ts';
import type { Directive } from '../tree.ts';
import type { Collector } from './collector.ts';

/** `line`: its closing line is missing; `colons`: it has no more colons than what it was to hold. */
type Fault = 'line' | 'colons';

/**
 * Reports a directive that lost its closing line at its own place. The parser closes the outermost one that a line can
 * close, so the one that seems to have no end may be a later one, which stands in it by mistake.
 */
export function checkClosed(node: Directive, collector: Collector): void {
	const { text } = collector;
	const marks = marksOf(node, text);
	if (marks === '') return;
	const inner = robbed(node, marks, text);
	const fault = inner ? faultOf(node, inner) : isClosed(node, marks, text) ? undefined : 'line';
	// Whoever holds it by mistake has been told.
	if (!fault || (!inner && node.data?.unclosed)) return;
	markUnclosed(node);
	if (inner) markTorn(inner, text);
	const wide = fault === 'line' ? wideClosing(node.children, marks, text) : undefined;
	if (wide) {
		reportWide(node, marks, wide, collector);
		return;
	}
	const start = node.position?.start.offset ?? 0;
	const line = /^[^\r\n]*/.exec(text.slice(start, start + 1000))?.[0] ?? '';
	const colons = fault === 'colons' ? `${marksOf(inner ?? node, text)}:` : marks;
	collector.findings.push({
		code: directiveUnclosed.code,
		file: collector.file,
		range: collector.lines.range(start, start + line.trimEnd().length),
		params: { directive: node.name, colons, held: fault === 'colons' ? (inner?.name ?? '') : '' },
		...(fault === 'colons' && { suggestions: [{ value: colons + line.trimEnd().slice(marks.length) }] }),
	});
}

/** Says at the line itself that it closes nothing as it is written: its colons have the wrong width, and that is all. */
function reportWide(node: Directive, colons: string, { from, written }: Wide, collector: Collector): void {
	const { file, lines } = collector;
	const range = lines.range(from, from + written.length);
	collector.findings.push({
		code: directiveUnclosed.code,
		file,
		range,
		params: { directive: node.name, colons, held: '', written },
		suggestions: [{ value: colons }],
		fix: [{ file, range, newText: colons }],
	});
}

/** A line of colons of which one at least is full width. */
interface Wide {
	readonly from: number;
	readonly written: string;
}

/** The line that was meant to close a directive and became text in it, be it that of the list that stands last. */
function wideClosing(nodes: readonly Nodes[], marks: string, text: string): Wide | undefined {
	for (const node of nodes) {
		if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') {
			const inside = wideClosing(node.children, marks, text);
			if (inside) return inside;
		}
		if (node.type !== 'paragraph') continue;
		const start = node.position?.start.offset ?? 0;
		const source = text.slice(start, node.position?.end.offset);
		if (!source.includes('：')) continue;
		for (const { 0: line, 1: written = '', index } of source.matchAll(/^[ \t>]*([:：]{3,})(?=[ \t]*$)/gm)) {
			if (written.length >= marks.length && written.includes('：'))
				return { from: start + index + line.length - written.length, written };
		}
	}
	return undefined;
}

/** The directive inside another one whose closing line the outer one took for its own. */
function robbed(node: Nodes, marks: string, text: string): Directive | undefined {
	if (!('children' in node)) return undefined;
	for (const child of node.children as Nodes[]) {
		if (child.type !== 'containerDirective') {
			const found = robbed(child, marks, text);
			if (found) return found;
			continue;
		}
		const own = marksOf(child, text);
		const isInner = own.length >= marks.length && !endsShort(child, own, text);
		if (isInner && (!isClosed(child, own, text) || robbed(child, own, text))) return child;
	}
	return undefined;
}

/** What stands in a directive that was torn, and with fewer colons, was torn with it. */
function markTorn(node: Directive, text: string): void {
	markUnclosed(node);
	const last = node.children.at(-1);
	if (last?.type !== 'containerDirective' || isClosed(last, marksOf(last, text), text)) return;
	if (marksOf(last, text).length < marksOf(node, text).length) markTorn(last, text);
}

function markUnclosed(node: Directive): void {
	node.data = { ...node.data, unclosed: true };
}

/** Whether a directive ended before the last one in it did: what it was to hold may stand behind it. */
export function endsEarly(node: Directive, text: string): boolean {
	const last = node.children.at(-1);
	return last?.type === 'containerDirective' && !isClosed(last, marksOf(last, text), text);
}

/** Whether a closing line in it belongs to nothing in it: its own, with too few colons. */
function endsShort(node: Directive, marks: string, text: string): boolean {
	let open = 0;
	for (const [, colons = '', name] of sourceOf(node, text).matchAll(/^[ \t>]*(:{3,})([a-z]?)/gm)) {
		if (colons.length < marks.length) open += name === '' ? -1 : 1;
	}
	return open < 0;
}

function sourceOf({ position }: Directive, text: string): string {
	return text.slice(position?.start.offset, position?.end.offset);
}

/** A step holds parts and no steps; everything else follows what lost its end. */
function faultOf(outer: Directive, inner: Directive): Fault {
	return outer.name === 'step' && inner.name !== 'step' ? 'colons' : 'line';
}

function marksOf(node: Directive, text: string): string {
	const start = node.position?.start.offset ?? 0;
	return /^:{3,}/.exec(text.slice(start, start + 200))?.[0] ?? '';
}

/** A container's last line is its closing fence; where it is not, the text ran out first. Components of MDX have no marks. */
function isClosed(node: Directive, marks: string, text: string): boolean {
	if (marks === '') return true;
	const start = (node.position?.start.offset ?? 0) + marks.length;
	const end = node.position?.end.offset ?? start;
	const closing = /(:{3,})[ \t]*$/.exec(text.slice(Math.max(start, end - 200), end))?.[1];
	return closing !== undefined && closing.length >= marks.length;
}
