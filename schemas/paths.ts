import * as z from 'zod';
import { bare, type FieldMeta, metaOf } from './meta.ts';
import { isMap, own } from './pointer.ts';

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

type Found = (value: unknown, pointer: string) => void;

/** Calls `found` for every value that stands at a place, in order of writing. */
export function visitPlaces(data: unknown, path: readonly string[], found: Found): void {
	visit(data, path, 0, '', found);
}

function visit(data: unknown, path: readonly string[], at: number, pointer: string, found: Found): void {
	const key = path[at];
	if (key === undefined) {
		found(data, pointer);
	} else if (key !== '*') {
		const value = isMap(data) ? own(data, key) : undefined;
		// The names of fields need no escapes.
		if (value !== undefined) visit(value, path, at + 1, `${pointer}/${key}`, found);
	} else if (Array.isArray(data)) {
		for (const [index, item] of data.entries()) visit(item, path, at + 1, `${pointer}/${index}`, found);
	}
}
