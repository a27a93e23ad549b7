import * as z from 'zod';
import { bare, metaOf } from './meta.ts';

/** What a schema wants, language-free and short: `YYYY-MM-DD`, `S1 | S2 | S3 | S4`, `[text]`, `{to, when}`. */
export function expectedOf(wrapped: z.core.$ZodType): string {
	const schema = bare(wrapped);
	const written = metaOf(schema).expected;
	if (written) return written;
	const values = allowedValues(schema);
	if (values.length > 0) return values.join(' | ');
	if (schema instanceof z.ZodArray) return `[${expectedOf(schema.element)}]`;
	if (schema instanceof z.ZodObject) return `{${Object.keys(schema.shape).join(', ')}}`;
	if (schema instanceof z.ZodRecord) return `{key: ${expectedOf(schema.valueType)}}`;
	if (schema instanceof z.ZodUnion) return schema.options.map(expectedOf).join(' | ');
	if (schema instanceof z.ZodNumber) return 'number';
	return 'text';
}

/** The values of an enumeration, as text; none for other schemas. */
export function allowedValues(wrapped: z.core.$ZodType): readonly string[] {
	const schema = bare(wrapped);
	if (schema instanceof z.ZodEnum) return schema.options.map(String);
	if (schema instanceof z.ZodLiteral) return [...schema.values].map(String);
	if (schema instanceof z.ZodBoolean) return ['true', 'false'];
	return [];
}

/** The keys that a map may have; none for other schemas. */
export function knownKeys(wrapped: z.core.$ZodType): readonly string[] {
	const schema = bare(wrapped);
	return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** What was written, on one line and at most 60 characters. */
export function display(value: unknown): string {
	if (value === undefined) return '';
	const written = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	const line = written.replace(/\s+/g, ' ').trim();
	return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
