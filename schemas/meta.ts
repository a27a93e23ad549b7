import * as z from 'zod';
import type { DocumentKind, Labels } from '../src/model/index.ts';

/** What a schema says about itself besides its type; kept in Zod's own metadata. */
export interface FieldMeta {
	/** The field's name for readers. */
	readonly labels?: Labels;
	/** The names of the values of an enumeration. */
	readonly valueLabels?: Readonly<Record<string, Labels>>;
	/** Key of the value labels in the label table (`severity` for `severity.S1`). */
	readonly enumName?: string;
	/** Language-free wording of what is expected, for issues: `YYYY-MM-DD`. */
	readonly expected?: string;
	/** A value that satisfies the schema, for templates and editors. */
	readonly example?: string;
	/** The values are keys of this vocabulary of mainstay.yaml. */
	readonly vocabulary?: VocabularyName;
	/** Of a map: at least one of these keys. */
	readonly alternatives?: readonly string[];
	/** Of a map: a key → the key that it needs beside it. */
	readonly needs?: Readonly<Record<string, string>>;
	/** What it means that the field is not written. */
	readonly whenAbsent?: string;
	/** A text that says the same in every language: a code, a number, the name of an object. */
	readonly verbatim?: true;
	/** Every version of a document has its own: the language, the day on which it was read. */
	readonly perVersion?: true;
	/** The values are document ids; `expects` when only one kind will do. */
	readonly reference?: { readonly expects?: DocumentKind; readonly onlyIfId?: true };
}

export type VocabularyName = 'modules' | 'systems' | 'roles';

/** Labels in the order in which they read best side by side: English, simplified, traditional. */
export function labelled(en: string, cn: string, tw: string): Labels {
	return { 'zh-CN': cn, 'zh-TW': tw, en };
}

/**
 * Adds to what a schema says about itself; what has a name and is given another becomes a copy. A schema without a
 * name is not copied, which would be most of the work at every start: where it stands in several places under
 * several names, each has to make its own.
 */
export function withMeta<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
	const said = z.globalRegistry.get(schema) as FieldMeta | undefined;
	const own = said?.labels && meta.labels ? schema.clone() : schema;
	z.globalRegistry.add(own, { ...said, ...meta });
	return own;
}

/** A field with its name in the three interface languages. */
export function named<S extends z.ZodType>(schema: S, en: string, cn: string, tw: string): S {
	return withMeta(schema, { labels: labelled(en, cn, tw) });
}

/** What a schema says about itself; an optional field answers with its inner schema. */
export function metaOf(schema: z.core.$ZodType): FieldMeta {
	return (z.globalRegistry.get(bare(schema)) ?? {}) as FieldMeta;
}

/** The schema without its `optional` wrapper. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
	return schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;
}

/** An enumeration whose values carry labels. `name` is its key in the label table. */
export function choice<const V extends Readonly<Record<string, Labels>>>(
	name: string,
	values: V,
): z.ZodEnum<{ [K in keyof V & string]: K }> {
	const keys = Object.keys(values) as (keyof V & string)[];
	const members = Object.fromEntries(keys.map((key) => [key, key])) as { [K in keyof V & string]: K };
	return withMeta(z.enum(members), { enumName: name, valueLabels: values });
}
