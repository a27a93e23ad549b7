import type { DocumentKind, Frontmatter } from '../src/model/index.ts';
import { ID_PATTERN } from './fields/id.ts';
import type { FieldMeta } from './meta.ts';
import { visitPlaces } from './paths.ts';
import { placesOf } from './registry.ts';

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
	for (const { path, meta } of placesOf(kind, isReference)) {
		const relation = path.findLast((key) => key !== '*') ?? '';
		const expects = meta.reference?.expects;
		visitPlaces(value, path, (target, pointer) => {
			if (typeof target !== 'string' || !ID_PATTERN.test(target)) return;
			references.push(expects ? { pointer, target, relation, expects } : { pointer, target, relation });
		});
	}
	return references;
}

const isReference = (meta: FieldMeta): boolean => meta.reference !== undefined;
