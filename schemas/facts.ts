import * as z from 'zod';
import type { Labels } from '../src/model/index.ts';
import { configSchema } from './config.ts';
import { allowedValues, expectedOf } from './expected.ts';
import { bare, type FieldMeta, metaOf } from './meta.ts';
import { KIND_SCHEMAS } from './registry.ts';

/** What an editor may say of one place in frontmatter or settings. */
export interface FieldFacts extends Pick<FieldMeta, 'labels' | 'example' | 'vocabulary' | 'reference'> {
	/** Language-free: `YYYY-MM-DD`, `S1 | S2`. */
	readonly expected: string;
	readonly values: readonly { readonly value: string; readonly labels?: Labels }[];
	/** What a value begins as: keys, items, or a text. */
	readonly shape: 'map' | 'list' | 'value';
	/** A plain value will do as well, where the shape is a map or a list. */
	readonly mayBePlain: boolean;
	/** Keys of a map, in the order of the schema. */
	readonly keys: readonly { readonly key: string; readonly required: boolean }[];
}

type Path = readonly (string | number)[];

/** `mainstay.yaml`, or the frontmatter of a kind. */
export type FactsRoot = keyof typeof KIND_SCHEMAS | 'mainstay';

/** What stands at a path; undefined where the schema knows no such place. Numbers are entries of lists. */
export function factsAt(root: FactsRoot, path: Path): FieldFacts | undefined {
	const start = root === 'mainstay' ? configSchema : KIND_SCHEMAS[root].schema;
	const schemas = schemasAt([start], path);
	return schemas.length === 0 ? undefined : joined(schemas.map(factsOf));
}

function schemasAt(schemas: readonly z.core.$ZodType[], path: Path): readonly z.core.$ZodType[] {
	const [step, ...rest] = path;
	if (step === undefined) return schemas;
	return schemasAt(
		schemas.flatMap(alternatives).flatMap((schema) => child(schema, step)),
		rest,
	);
}

function alternatives(wrapped: z.core.$ZodType): readonly z.core.$ZodType[] {
	const schema = bare(wrapped);
	return schema instanceof z.ZodUnion ? schema.options.flatMap(alternatives) : [schema];
}

function child(schema: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
	if (typeof step === 'number') return schema instanceof z.ZodArray ? [schema.element] : [];
	if (schema instanceof z.ZodObject) {
		const field = Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
		return field ? [field] : [];
	}
	return schema instanceof z.ZodRecord ? [schema.valueType as z.core.$ZodType] : [];
}

function factsOf(wrapped: z.core.$ZodType): FieldFacts {
	const kinds = alternatives(wrapped);
	const metas = [metaOf(wrapped), ...kinds.map(metaOf)];
	const labels = metas.find((meta) => meta.labels)?.labels;
	const example = metas.find((meta) => meta.example)?.example;
	const vocabulary = metas.find((meta) => meta.vocabulary)?.vocabulary;
	const reference = metas.find((meta) => meta.reference)?.reference;
	return {
		expected: expectedOf(wrapped),
		values: kinds.flatMap(valuesOf),
		shape: shapeOf(kinds),
		mayBePlain: kinds.some((each) => shapeOf([each]) === 'value'),
		keys: kinds.flatMap(keysOf),
		...(labels && { labels }),
		...(example && { example }),
		...(vocabulary && { vocabulary }),
		...(reference && { reference }),
	};
}

function valuesOf(schema: z.core.$ZodType): FieldFacts['values'] {
	const { valueLabels } = metaOf(schema);
	return allowedValues(schema).map((value) => {
		const labels = valueLabels?.[value];
		return labels ? { value, labels } : { value };
	});
}

function shapeOf(schemas: readonly z.core.$ZodType[]): FieldFacts['shape'] {
	const isMap = schemas.some((each) => each instanceof z.ZodObject || each instanceof z.ZodRecord);
	if (isMap) return 'map';
	return schemas.some((each) => each instanceof z.ZodArray) ? 'list' : 'value';
}

function keysOf(schema: z.core.$ZodType): FieldFacts['keys'] {
	if (!(schema instanceof z.ZodObject)) return [];
	return Object.entries(schema.shape).map(([key, field]) => ({
		key,
		required: !(field instanceof z.ZodOptional),
	}));
}

/** Several schemas may stand at one place: a text or a map. */
function joined(all: readonly FieldFacts[]): FieldFacts | undefined {
	const [first] = all;
	return (
		first && {
			...first,
			values: all.flatMap(({ values }) => values),
			keys: all.flatMap(({ keys }) => keys),
			mayBePlain: all.some(({ mayBePlain }) => mayBePlain),
			shape: all.find(({ shape }) => shape !== 'value')?.shape ?? 'value',
		}
	);
}
