import { knownKeys } from '../../../schemas/expected.ts';
import { fieldNames, KIND_SCHEMAS } from '../../../schemas/registry.ts';
import type { Document, SchemaIssue } from '../../model/index.ts';
import { parentOf } from '../places.ts';

/**
 * Where an unknown key belongs that merely stands too far to the left or to the right: '' for the frontmatter itself,
 * else the empty field above it that has such a key. Undefined for a key that no other level has either.
 */
export function levelMeant(document: Document, { pointer, key }: SchemaIssue): string | undefined {
	if (document.kind === 'page') return undefined;
	const parent = parentOf(pointer);
	if (parent === '') return emptyAbove(document, pointer, key);
	const isField = fieldNames(document.kind).includes(key);
	return isField && document.positions[`/${key}`] === undefined ? '' : undefined;
}

/** The last field above a key that is empty and would have it. */
function emptyAbove({ kind, positions }: Document, pointer: string, key: string): string | undefined {
	const { shape } = KIND_SCHEMAS[kind].schema;
	let found: string | undefined;
	for (const other of Object.keys(positions)) {
		if (other === pointer) return found;
		const { start, end } = positions[other]?.value ?? {};
		const isEmpty = start?.line === end?.line && start?.column === end?.column;
		const field = isEmpty && other.lastIndexOf('/') === 0 ? shape[other.slice(1)] : undefined;
		if (field && knownKeys(field).includes(key)) found = other.slice(1);
	}
	return undefined;
}
