import * as z from 'zod';
import type { CompileConfig, CustomField, DocumentKind, SchemaIssue } from '../src/model/index.ts';
import { date, listOf, text } from './fields/basic.ts';
import { schemaIssues } from './issues.ts';
import { withMeta } from './meta.ts';
import { isMap, own } from './pointer.ts';

/** The fields that mainstay.yaml adds to a kind. */
export function ownFieldsOf(kind: DocumentKind, config: CompileConfig): ReadonlyMap<string, CustomField> {
	return config.fields[kind] ?? new Map();
}

/** Holds the values of a knowledge base's own fields against their declarations. */
export function ownFieldIssues(fields: ReadonlyMap<string, CustomField>, data: unknown): SchemaIssue[] {
	if (fields.size === 0 || !isMap(data)) return [];
	const values = [...fields.keys()]
		.map((name) => [name, own(data, name)] as const)
		.filter(([, value]) => value !== undefined);
	return schemaIssues(ownFieldsSchema(fields), Object.fromEntries(values));
}

const schemas = new WeakMap<ReadonlyMap<string, CustomField>, z.ZodObject>();

/** Made once per knowledge base and kind. */
export function ownFieldsSchema(fields: ReadonlyMap<string, CustomField>): z.ZodObject {
	const known = schemas.get(fields);
	if (known) return known;
	const schema = z.object(
		Object.fromEntries([...fields].map(([name, field]) => [name, fieldSchema(field)] as const)),
	);
	schemas.set(fields, schema);
	return schema;
}

function fieldSchema(field: CustomField): z.ZodType {
	const schema = field.type === 'list' ? listOf(valueSchema(field)) : valueSchema(field);
	return field.required ? schema : schema.optional();
}

function valueSchema({ type, values }: CustomField): z.ZodType {
	if (type === 'number') return withMeta(z.number(), { expected: 'number' });
	if (type === 'boolean') return z.boolean();
	if (type === 'date') return date();
	const [first, ...rest] = values ?? [];
	return first === undefined ? text() : z.enum([first, ...rest]);
}
