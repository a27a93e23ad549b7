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

/** What to write where only the writer knows the value. */
export type Blank = (schema: z.core.$ZodType) => string;

interface Writing {
	readonly language: InterfaceLanguage;
	readonly blank: Blank;
	/** Optional fields too. */
	readonly all: boolean;
}

const EMPTY: Blank = () => '';

/**
 * The text of a new document: all required fields, empty where only the writer knows the value, each
 * with its label and what is expected. It passes the checks as soon as the empty places are filled.
 * `blank` puts something into them.
 */
export function documentTemplate(kind: DocumentKind, facts: TemplateFacts, blank: Blank = EMPTY): string {
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
		return isUsual(key, schema, known) ? fieldLines(key, schema, '', { language, blank, all: false }) : [];
	});
	return `---\n${[...lines, ...casesOf(known, language)].join('\n')}\n---\n\n${body}`;
}

/** One field of a kind with everything that it may hold, as frontmatter. */
export function fieldTemplate(
	kind: DocumentKind,
	field: string,
	language: InterfaceLanguage,
	blank: Blank = EMPTY,
): string {
	const schema = KIND_SCHEMAS[kind].schema.shape[field];
	return schema ? fieldLines(field, schema, '', { language, blank, all: true }).join('\n') : '';
}

/** The optional fields of a kind that hold a map, or a list of maps. */
export function structuredFields(kind: DocumentKind): readonly string[] {
	const fields = Object.entries(KIND_SCHEMAS[kind].schema.shape) as [string, z.core.$ZodType][];
	return fields
		.filter(([, field]) => field instanceof z.ZodOptional && elementOf(bare(field)) instanceof z.ZodObject)
		.map(([name]) => name);
}

/** What a list holds; anything else as it is. */
function elementOf(schema: z.core.$ZodType): z.core.$ZodType {
	return schema instanceof z.ZodArray ? bare(schema.element) : schema;
}

/** The fields that only some cases need, as comments below a line that names the cases. */
function casesOf(known: KindSchema, language: InterfaceLanguage): string[] {
	return known.conditions.flatMap(({ field, in: cases, require }) => {
		const fields = require.flatMap((key) => {
			const schema = known.schema.shape[key];
			return schema && !isUsual(key, schema, known)
				? fieldLines(key, schema, '', { language, blank: EMPTY, all: false })
				: [];
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

function fieldLines(key: string, wrapped: z.core.$ZodType, indent: string, writing: Writing): string[] {
	const schema = bare(wrapped);
	const label = metaOf(schema).labels?.[writing.language];
	const inner = elementOf(schema);
	const hint = inner instanceof z.ZodObject ? '' : expectedOf(inner);
	const comment = ` # ${[label, hint].filter(Boolean).join(' · ')}`;
	const head = `${indent}${key}:${comment}`;
	if (schema instanceof z.ZodArray) return [head, ...itemLines(inner, `${indent}  `, writing)];
	if (inner instanceof z.ZodObject) return [head, ...mapLines(inner, `${indent}  `, writing)];
	return [`${indent}${key}:${spaced(writing.blank(schema))}${comment}`];
}

function itemLines(inner: z.core.$ZodType, indent: string, writing: Writing): string[] {
	if (!(inner instanceof z.ZodObject)) return [`${indent}-${spaced(writing.blank(inner))}`];
	const lines = mapLines(inner, `${indent}  `, writing);
	return lines.map((line, index) => (index === 0 ? `${indent}- ${line.trimStart()}` : line));
}

function spaced(value: string): string {
	return value === '' ? '' : ` ${value}`;
}

/** The fields of a map: all, or those that are required, of alternatives the first. */
function mapLines(map: z.ZodObject, indent: string, writing: Writing): string[] {
	const first = metaOf(map).alternatives?.[0];
	const fields = Object.entries(map.shape) as [string, z.core.$ZodType][];
	return fields
		.filter(([key, field]) => writing.all || key === first || !(field instanceof z.ZodOptional))
		.flatMap(([key, field]) => fieldLines(key, field, indent, writing));
}
