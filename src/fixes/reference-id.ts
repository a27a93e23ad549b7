import type { Reference } from '../model/index.ts';
import { editAt, type FixCase, type Fixer } from './fixer.ts';
import { writtenScalar } from './scalar.ts';

/** An id in a field: written in another letter case, or taken over by another document's redirect. */
export const referenceId: Fixer = (given) => {
	const scalar = writtenScalar(given.finding.range, given.places);
	const id = scalar && meantId(given, scalar.content);
	return id ? [editAt(given, scalar.start, scalar.end, id)] : undefined;
};

function meantId(given: FixCase, written: string): string | undefined {
	const { context, document, finding } = given;
	const upper = written.toUpperCase();
	// The document's own id is the address: nobody but its writer changes it.
	if (finding.params['path'] === 'id') return undefined;
	if (upper !== written && context.graph.byId.has(upper)) return upper;
	const reference: Reference = { type: 'frontmatter', target: written, range: finding.range };
	const moved = context.movedTo(document, reference);
	return moved?.type === 'id' && moved.id !== document.id ? moved.id : undefined;
}
