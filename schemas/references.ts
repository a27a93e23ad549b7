import type { DocumentKind, Frontmatter } from '../src/model/index.ts';
import { ID_PATTERN } from './fields/id.ts';
import { type FieldPath, fieldPaths, visitPlaces } from './paths.ts';
import { KIND_SCHEMAS } from './registry.ts';

/** A document id that a field names. */
export interface FrontmatterReference {
	readonly pointer: string;
	readonly target: string;
	/** The field: `parent`, `runbooks`, `process`… */
	readonly relation: string;
	readonly expects?: DocumentKind;
}

/** The document ids in validated frontmatter. Texts that are no id (already an issue) are passed over. */
export function frontmatterReferences(kind: DocumentKind, value: Frontmatter): FrontmatterReference[] {
	const references: FrontmatterReference[] = [];
	for (const { path, meta } of placesOf(kind)) {
		const relation = path.findLast((key) => key !== '*') ?? '';
		const expects = meta.reference?.expects;
		visitPlaces(value, path, (target, pointer) => {
			if (typeof target !== 'string' || !ID_PATTERN.test(target)) return;
			references.push(expects ? { pointer, target, relation, expects } : { pointer, target, relation });
		});
	}
	return references;
}

const places = new Map<DocumentKind, readonly FieldPath[]>();

function placesOf(kind: DocumentKind): readonly FieldPath[] {
	const known = places.get(kind);
	if (known) return known;
	const found = fieldPaths(KIND_SCHEMAS[kind].schema).filter(({ meta }) => meta.reference);
	places.set(kind, found);
	return found;
}
