import * as z from 'zod';
import { bare, type FieldMeta, metaOf } from './meta.ts';
import { childPointer, isMap, own } from './pointer.ts';

/** A place in a schema: keys, with `*` for the entries of a list. */
export interface FieldPath {
	readonly path: readonly string[];
	readonly meta: FieldMeta;
	readonly schema: z.core.$ZodType;
}

/** Every place of a schema with what it says about itself, parents before their children. */
export function fieldPaths(wrapped: z.core.$ZodType, path: readonly string[] = []): FieldPath[] {
	const schema = bare(wrapped);
	const here: FieldPath = { path, meta: metaOf(wrapped), schema };
	if (schema instanceof z.ZodObject) {
		const inner = Object.entries(schema.shape) as [string, z.core.$ZodType][];
		return [here, ...inner.flatMap(([key, child]) => fieldPaths(child, [...path, key]))];
	}
	if (schema instanceof z.ZodArray) return [here, ...fieldPaths(schema.element, [...path, '*'])];
	if (schema instanceof z.ZodUnion) {
		return [here, ...schema.options.flatMap((option) => fieldPaths(option, path))];
	}
	return [here];
}

/** Calls `found` for every value that stands at a place, in order of writing. */
export function visitPlaces(
	data: unknown,
	path: readonly string[],
	found: (value: unknown, pointer: string) => void,
	pointer = '',
): void {
	const [key, ...rest] = path;
	if (key === undefined) {
		found(data, pointer);
		return;
	}
	if (key === '*') {
		if (!Array.isArray(data)) return;
		for (const [index, item] of data.entries()) visitPlaces(item, rest, found, childPointer(pointer, index));
		return;
	}
	const value = isMap(data) ? own(data, key) : undefined;
	if (value !== undefined) visitPlaces(value, rest, found, childPointer(pointer, key));
}
