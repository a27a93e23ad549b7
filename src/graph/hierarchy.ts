import type { DocumentGraph, DocumentId } from '../model/index.ts';

/**
 * Parent id → child ids, by `order` (those without one last), then id. Only parents that exist; a cycle
 * is kept as it is written, for a rule to report.
 */
export function collectChildren(byId: DocumentGraph['byId']): Map<DocumentId, DocumentId[]> {
	const children = new Map<DocumentId, { id: DocumentId; order: number }[]>();
	for (const [id, versions] of byId) {
		const process = versions.values().next().value;
		if (process?.kind !== 'process') continue;
		const { parent, order } = process.frontmatter;
		if (typeof parent !== 'string' || !byId.has(parent)) continue;
		const child = { id, order: typeof order === 'number' ? order : Number.POSITIVE_INFINITY };
		const siblings = children.get(parent);
		if (siblings) siblings.push(child);
		else children.set(parent, [child]);
	}
	const sorted = new Map<DocumentId, DocumentId[]>();
	for (const [parent, siblings] of children) {
		siblings.sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id));
		sorted.set(
			parent,
			siblings.map((child) => child.id),
		);
	}
	return sorted;
}

function compare<T extends string | number>(a: T, b: T): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
