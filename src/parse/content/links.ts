import type { Definition as DefinitionNode, Image, ImageReference, Link, LinkReference, Nodes } from 'mdast';
import type { Reference, SourceRange } from '../../model/index.ts';
import type { Collector, Definition } from './collector.ts';
import { onItsOwn, textOf } from './plain-text.ts';
import { findTarget, type Span } from './targets.ts';

/** Collects the target of a link or image and leaves its index on the node. */
export function collectLink(node: Link | Image, collector: Collector): void {
	const span = spanOf(node);
	const isImage = node.type === 'image';
	const label = node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined;
	const target = span && targetSpan(node, label ?? span.start, span, collector.text);
	addReference(node, collector, {
		type: isImage ? 'image' : 'link',
		target: onItsOwn(node.url),
		range: rangeOf(target ?? span, collector),
		text: isImage ? onItsOwn(node.alt ?? '') : onItsOwn(textOf(node)),
	});
}

/**
 * Collects a reference-style link. All uses of one definition share one reference, which stands where the
 * target is written: in the definition.
 */
export function collectReferenceStyle(node: LinkReference | ImageReference, collector: Collector): void {
	const definition = collector.definitions.get(node.identifier);
	if (!definition) return;
	const type = node.type === 'imageReference' ? 'image' : 'link';
	const known = definition[type];
	if (known !== undefined) {
		node.data = { ...node.data, reference: known };
		return;
	}
	definition[type] = collector.references.length;
	addReference(node, collector, {
		type,
		target: definition.url,
		range: collector.lines.range(definition.start, definition.end),
		text: node.type === 'imageReference' ? onItsOwn(node.alt ?? '') : onItsOwn(textOf(node)),
	});
}

/** Where a definition writes its target. */
export function readDefinition(node: DefinitionNode, text: string): Definition {
	const span = spanOf(node) ?? { start: 0, end: 0 };
	const target = findTarget(text, node.url, span.start, span.end, ']:') ?? span;
	return { url: onItsOwn(node.url), start: target.start, end: target.end };
}

function addReference(
	node: Link | Image | LinkReference | ImageReference,
	collector: Collector,
	reference: Reference,
): void {
	node.data = { ...node.data, reference: collector.references.length };
	collector.references.push(reference);
}

function targetSpan(node: Link | Image, from: number, span: Span, text: string): Span | undefined {
	if (node.type === 'link' && text.charAt(span.start) !== '[') {
		// An autolink: `<https://…>`, or the bare address itself.
		return text.charAt(span.start) === '<' ? { start: span.start + 1, end: span.end - 1 } : span;
	}
	return findTarget(text, node.url, from, span.end, '](');
}

function spanOf(node: Nodes): Span | undefined {
	const start = node.position?.start.offset;
	const end = node.position?.end.offset;
	return start === undefined || end === undefined ? undefined : { start, end };
}

function rangeOf(span: Span | undefined, collector: Collector): SourceRange {
	return collector.lines.range(span?.start ?? 0, span?.end ?? 0);
}
