import * as z from 'zod';
import type { SchemaIssue } from '../src/model/index.ts';
import { allowedValues, display, expectedOf, knownKeys } from './expected.ts';
import { fits } from './fits.ts';
import { keyLabelled, valueLabelled } from './label-meant.ts';
import { bare } from './meta.ts';
import { childPointer, isMap, own } from './pointer.ts';

type Path = readonly PropertyKey[];

/** A value and the schema it is held against. */
interface Place {
	readonly schema: z.core.$ZodType;
	readonly value: unknown;
	readonly pointer: string;
}

/**
 * Every way in which data departs from a schema, in one run. Zod finds them; here each is brought to
 * its exact place with what was expected there. A value that no branch of a union takes is held
 * against the branch of its own shape, so that the reader sees the one wrong key instead of a choice.
 */
export function schemaIssues(schema: z.ZodType, data: unknown): SchemaIssue[] {
	return fits(schema, data) ? [] : zodIssues(schema, data);
}

/** The same without looking first whether there is anything to say. */
export function zodIssues(schema: z.ZodType, data: unknown): SchemaIssue[] {
	const result = schema.safeParse(data);
	if (result.success) return [];
	const root: Place = { schema, value: data, pointer: '' };
	return result.error.issues.flatMap((issue) => translate(issue, root));
}

function translate(issue: z.core.$ZodIssue, base: Place): SchemaIssue[] {
	const place = descend(base, issue.path);
	if (issue.code === 'unrecognized_keys') return issue.keys.flatMap((key) => unknownKey(place, key));
	if (issue.code === 'invalid_key') return [keyFormat(place)];
	if (place.value === undefined) return [missing(descend(base, issue.path.slice(0, -1)), place, issue.path)];
	if (place.value === null && place.schema instanceof z.ZodOptional) return [];
	if (issue.code === 'invalid_union') return ofUnion(issue, place);
	return [atValue(issueType(issue, place), place)];
}

/** Follows a path down both the schema and the value. Unions are entered by {@link ofUnion} only. */
function descend(base: Place, path: Path): Place {
	let place = base;
	for (const key of path) {
		const name = typeof key === 'number' ? key : String(key);
		place = {
			schema: childSchema(bare(place.schema), name) ?? place.schema,
			value: own(place.value, name),
			pointer: childPointer(place.pointer, name),
		};
	}
	return place;
}

function childSchema(schema: z.core.$ZodType, key: string | number): z.core.$ZodType | undefined {
	if (schema instanceof z.ZodObject) return schema.shape[key];
	if (schema instanceof z.ZodArray) return schema.element;
	if (schema instanceof z.ZodRecord) return schema.valueType;
	return undefined;
}

/** Keys that begin with `x-` belong to other tools and pass everywhere. */
function unknownKey(parent: Place, key: string): SchemaIssue[] {
	if (key.startsWith('x-')) return [];
	const candidates = knownKeys(parent.schema);
	return [
		{
			type: 'unknown-key',
			pointer: childPointer(parent.pointer, key),
			key,
			received: display(key),
			expected: candidates.join(', '),
			candidates,
			...keyLabelled(parent.schema, key),
		},
	];
}

/** A key of a free map (a vocabulary, own fields) that breaks the grammar of its keys. */
function keyFormat(place: Place): SchemaIssue {
	const key = lastKey(place.pointer);
	return {
		type: 'unknown-key',
		pointer: place.pointer,
		key,
		received: display(key),
		expected: 'key',
		candidates: [],
	};
}

function missing(parent: Place, place: Place, path: Path): SchemaIssue {
	return {
		type: 'missing',
		pointer: parent.pointer,
		key: String(path.at(-1) ?? ''),
		received: '',
		expected: expectedOf(place.schema),
		candidates: allowedValues(place.schema),
	};
}

function atValue(type: SchemaIssue['type'], place: Place): SchemaIssue {
	return {
		type,
		pointer: place.pointer,
		key: lastKey(place.pointer),
		received: display(place.value),
		expected: expectedOf(place.schema),
		candidates: allowedValues(place.schema),
		...valueLabelled(place.schema, place.value),
	};
}

function issueType(issue: z.core.$ZodIssue, place: Place): SchemaIssue['type'] {
	if (issue.code === 'invalid_type') return 'wrong-type';
	if (issue.code === 'invalid_value')
		return sameType(issue.values, place.value) ? 'not-allowed' : 'wrong-type';
	if (issue.code === 'too_big' || issue.code === 'too_small') {
		return typeof place.value === 'number' ? 'not-allowed' : 'format';
	}
	return 'format';
}

function sameType(allowed: readonly unknown[], value: unknown): boolean {
	return allowed.some((candidate) => typeof candidate === typeof value);
}

/** The findings of the branch whose outer shape the value has; one plain issue where there is none. */
function ofUnion(issue: z.core.$ZodIssueInvalidUnion, place: Place): SchemaIssue[] {
	const union = bare(place.schema);
	const options = union instanceof z.ZodUnion ? union.options : [];
	for (const [index, schema] of options.entries()) {
		const errors = issue.errors[index];
		if (!errors || !hasShape(schema, place.value)) continue;
		return errors.flatMap((inner) =>
			translate(inner, { schema, value: place.value, pointer: place.pointer }),
		);
	}
	return [atValue('wrong-type', place)];
}

function hasShape(wrapped: z.core.$ZodType, value: unknown): boolean {
	const schema = bare(wrapped);
	if (schema instanceof z.ZodArray) return Array.isArray(value);
	if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return isMap(value);
	if (schema instanceof z.ZodString) return typeof value === 'string';
	return false;
}

/** The last key of a JSON pointer, unescaped. */
export function lastKey(pointer: string): string {
	return pointer
		.slice(pointer.lastIndexOf('/') + 1)
		.replaceAll('~1', '/')
		.replaceAll('~0', '~');
}
