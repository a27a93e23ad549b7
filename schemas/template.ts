import * as z from 'zod';
import {
	type DocumentKind,
	type InterfaceLanguage,
	interfaceLanguageOf,
	type LanguageTag,
} from '../src/model/index.ts';
import { allowedValues, expectedOf } from './expected.ts';
import { bare, metaOf } from './meta.ts';
import { KIND_SCHEMAS, type KindSchema } from './registry.ts';
import { TEMPLATE_BODIES } from './template-bodies.ts';

export interface TemplateFacts {
	readonly id: string;
	readonly title: string;
	readonly lang: LanguageTag;
	/** `YYYY-MM-DD`. */
	readonly date: string;
}

/**
 * The text of a new document: all required fields, empty where only the writer knows the value, each
 * with its label and what is expected. It passes the checks as soon as the empty places are filled.
 */
export function documentTemplate(kind: DocumentKind, facts: TemplateFacts): string {
	const language = interfaceLanguageOf(facts.lang);
	const body = TEMPLATE_BODIES[kind][language];
	if (kind === 'page') return `---\ntitle: ${quoted(facts.title)}\nlang: ${facts.lang}\n---\n\n${body}`;
	const known = KIND_SCHEMAS[kind];
	const given: Record<string, string> = {
		id: facts.id,
		kind,
		title: quoted(facts.title),
		lang: facts.lang,
		status: 'draft',
		date: facts.date,
	};
	const fields = Object.entries(known.schema.shape) as [string, z.core.$ZodType][];
	const lines = fields.flatMap(([key, schema]) => {
		if (given[key] !== undefined) return [`${key}: ${given[key]}`];
		return isUsual(key, schema, known) ? fieldLines(key, schema, '', language) : [];
	});
	return `---\n${[...lines, ...casesOf(known, language)].join('\n')}\n---\n\n${body}`;
}

/** The fields that only some cases need, as comments below a line that names the cases. */
function casesOf(known: KindSchema, language: InterfaceLanguage): string[] {
	return known.conditions.flatMap(({ field, in: cases, require }) => {
		const fields = require.flatMap((key) => {
			const schema = known.schema.shape[key];
			return schema && !isUsual(key, schema, known) ? fieldLines(key, schema, '', language) : [];
		});
		if (fields.length === 0) return [];
		return [`## ${field}: ${cases.join(' | ')}`, ...fields.map((line) => `# ${line}`)];
	});
}

/** JSON strings are YAML strings, so any title survives. */
function quoted(text: string): string {
	return JSON.stringify(text);
}

/** Required always, or for at least half of the cases that a condition distinguishes. */
function isUsual(key: string, schema: z.core.$ZodType, { schema: kind, conditions }: KindSchema): boolean {
	if (!(schema instanceof z.ZodOptional)) return true;
	return conditions.some(({ field, in: cases, require }) => {
		const trigger = kind.shape[field];
		return (
			require.includes(key) && trigger !== undefined && cases.length * 2 >= allowedValues(trigger).length
		);
	});
}

function fieldLines(
	key: string,
	wrapped: z.core.$ZodType,
	indent: string,
	language: InterfaceLanguage,
): string[] {
	const schema = bare(wrapped);
	const label = metaOf(schema).labels?.[language];
	const inner = schema instanceof z.ZodArray ? bare(schema.element) : schema;
	const hint = inner instanceof z.ZodObject ? '' : expectedOf(inner);
	const comment = ` # ${[label, hint].filter(Boolean).join(' · ')}`;
	const head = `${indent}${key}:${comment}`;
	if (schema instanceof z.ZodArray) return [head, ...itemLines(inner, `${indent}  `, language)];
	return inner instanceof z.ZodObject ? [head, ...requiredLines(inner, `${indent}  `, language)] : [head];
}

function itemLines(inner: z.core.$ZodType, indent: string, language: InterfaceLanguage): string[] {
	if (!(inner instanceof z.ZodObject)) return [`${indent}-`];
	const lines = requiredLines(inner, `${indent}  `, language);
	return lines.map((line, index) => (index === 0 ? `${indent}- ${line.trimStart()}` : line));
}

function requiredLines(map: z.ZodObject, indent: string, language: InterfaceLanguage): string[] {
	const first = metaOf(map).alternatives?.[0];
	const fields = Object.entries(map.shape) as [string, z.core.$ZodType][];
	return fields
		.filter(([key, field]) => key === first || !(field instanceof z.ZodOptional))
		.flatMap(([key, field]) => fieldLines(key, field, indent, language));
}
