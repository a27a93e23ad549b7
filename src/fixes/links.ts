import { type Document, type Link, nearest, type Reference } from '../model/index.ts';
import { editAt, type FixCase, type Fixer } from './fixer.ts';
import { sameNumbers } from './same-numbers.ts';

/**
 * Mends a link whose right form is certain: another letter case, a target that moved, or an anchor that can
 * only mean one other. The manner in which the link is written stays, and so does everything around it.
 */
export const linkTarget: Fixer = (given) => {
	const { finding, document, context, places } = given;
	const found = brokenAt(given);
	if (!found) return undefined;
	const { reference, link } = found;
	const written = places.slice(reference.range);
	// Escapes and character references: what is written is not what is meant letter by letter.
	if (written !== reference.target || written === '') return undefined;
	const meant = meantBy(given, reference, link);
	const target = meant.find((each) => {
		const resolved = context.resolve(document, { ...reference, target: each });
		if (resolved.type !== 'missing') return true;
		// The right document with the wrong anchor: one mistake less, the other has its own turn.
		return resolved.reason === 'anchor' && link.reason !== 'anchor';
	});
	if (target === undefined || target === written) return undefined;
	const start = places.offset(finding.range.start);
	return [editAt(given, start, start + written.length, target)];
};

interface Broken {
	readonly reference: Reference;
	readonly link: Extract<Link, { type: 'missing' }>;
}

function brokenAt({ finding, document, context }: FixCase): Broken | undefined {
	const { start } = finding.range;
	for (const reference of document.references) {
		if (reference.type === 'frontmatter') continue;
		if (reference.range.start.line !== start.line || reference.range.start.column !== start.column) continue;
		const link = context.resolve(document, reference);
		if (link.type === 'missing') return { reference, link };
	}
	return undefined;
}

function meantBy(given: FixCase, reference: Reference, link: Broken['link']): readonly string[] {
	const { context, document } = given;
	switch (link.reason) {
		case 'case':
			if (/^kb:/i.test(reference.target)) return [`kb:${link.actual ?? ''}${anchorOf(reference.target)}`];
			return context.rewrite(document, reference, link.actual ?? '');
		case 'document':
		case 'file': {
			const moved = context.movedTo(document, reference);
			if (!moved) return [];
			if (moved.type === 'id') return [`kb:${moved.id}${anchorOf(reference.target)}`];
			return context.rewrite(document, reference, moved.file, moved.oldFile);
		}
		case 'anchor':
			return nearAnchor(reference.target, targetOf(document, link, context.graph));
		default:
			return [];
	}
}

function targetOf(
	from: Document,
	link: Broken['link'],
	graph: FixCase['context']['graph'],
): Document | undefined {
	const versions = graph.byId.get(link.actual ?? '');
	return versions?.get(from.lang) ?? versions?.values().next().value;
}

/** The one anchor that is near to the written one. */
function nearAnchor(target: string, document: Document | undefined): string[] {
	const hash = target.indexOf('#');
	const written = decoded(target.slice(hash + 1));
	const near = nearest(written, document?.anchors ?? [], 2);
	const [only] = near;
	return near.length === 1 && only !== undefined && sameNumbers(written, only)
		? [target.slice(0, hash + 1) + only]
		: [];
}

function anchorOf(target: string): string {
	const hash = target.indexOf('#');
	return hash === -1 ? '' : target.slice(hash);
}

function decoded(anchor: string): string {
	try {
		return decodeURIComponent(anchor);
	} catch {
		return anchor;
	}
}
