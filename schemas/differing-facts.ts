import * as z from 'zod';
import type { CompileConfig, DocumentKind, Frontmatter } from '../src/model/index.ts';
import { allowedValues, display } from './expected.ts';
import { bare, metaOf } from './meta.ts';
import { ownFieldsOf, ownFieldsSchema } from './own-fields.ts';
import { childPointer, isMap, own } from './pointer.ts';
import { KIND_SCHEMAS } from './registry.ts';

/** A fact that two versions of one document tell differently. */
export interface FactDifference {
	/** The field in either version, whether it stands there or not. */
	readonly pointer: string;
	readonly originalPointer: string;
	/** The one entry of a list that the original lacks, where there is one. */
	readonly item?: string;
	/** What each version says, shortened for display; '' where it says nothing. Of lists only what the other lacks. */
	readonly own: string;
	readonly original: string;
	readonly isList: boolean;
}

interface Version {
	readonly value: unknown;
	readonly pointer: string;
}

interface Comparison {
	readonly isOfValues?: true;
	/** The differences between what both versions have at a place. */
	between(original: Version, translation: Version): FactDifference[];
	/** The facts in a value, as one text; '' for none. */
	facts(value: unknown): string;
}

/**
 * The facts in which a translation departs from its original. What is a fact the schema says: whatever has a fixed
 * form or comes from a fixed set — choices, numbers, dates, ids, keys of vocabularies, and texts marked `verbatim`.
 * Free texts are words, which are translated.
 */
export function factDifferences(
	kind: DocumentKind,
	original: Frontmatter,
	translation: Frontmatter,
	config: CompileConfig,
): FactDifference[] {
	const fields = ownFieldsOf(kind, config);
	const schemas = [KIND_SCHEMAS[kind].schema, ...(fields.size > 0 ? [ownFieldsSchema(fields)] : [])];
	return schemas.flatMap(
		(schema) =>
			comparisonOf(schema)?.between({ value: original, pointer: '' }, { value: translation, pointer: '' }) ??
			[],
	);
}

const comparisons = new WeakMap<z.core.$ZodType, { readonly comparison: Comparison | undefined }>();

/** Made from the schema when it is first met; undefined where nothing in it is a fact. */
function comparisonOf(wrapped: z.core.$ZodType): Comparison | undefined {
	const known = comparisons.get(wrapped) ?? { comparison: newComparison(bare(wrapped)) };
	comparisons.set(wrapped, known);
	return known.comparison;
}

function newComparison(schema: z.core.$ZodType): Comparison | undefined {
	if (metaOf(schema).perVersion) return undefined;
	if (schema instanceof z.ZodObject) return ofMaps(schema);
	if (schema instanceof z.ZodArray) return ofLists(schema);
	if (schema instanceof z.ZodUnion) return ofUnions(schema);
	return isFact(schema) ? ofValues(metaOf(schema).whenAbsent) : undefined;
}

function isFact(schema: z.core.$ZodType): boolean {
	const { expected, vocabulary, reference, verbatim } = metaOf(schema);
	if (vocabulary || reference || verbatim || allowedValues(schema).length > 0) return true;
	return schema instanceof z.ZodNumber || (expected !== undefined && expected !== 'text');
}

function ofValues(whenAbsent: string | undefined): Comparison {
	return {
		isOfValues: true,
		facts: (value) => (value === undefined ? '' : display(value)),
		between: (original, translation) =>
			(original.value ?? whenAbsent) === (translation.value ?? whenAbsent)
				? []
				: [difference(original, translation)],
	};
}

function difference(original: Version, translation: Version): FactDifference {
	return {
		pointer: translation.pointer,
		originalPointer: original.pointer,
		...shown(translation.value, original.value),
		isList: false,
	};
}

/** What both say; of long texts from where they part. */
function shown(own: unknown, original: unknown): Pick<FactDifference, 'own' | 'original'> {
	const short = { own: display(own), original: display(original) };
	if (short.own !== short.original || typeof own !== 'string' || typeof original !== 'string') return short;
	const parting = [...own].findIndex((letter, index) => letter !== [...original][index]);
	const from = Math.max(0, (parting === -1 ? own.length : parting) - 20);
	return { own: `…${display(own.slice(from))}`, original: `…${display(original.slice(from))}` };
}

function ofMaps(schema: z.ZodObject): Comparison | undefined {
	const fields = Object.entries(schema.shape).flatMap(([key, field]) => {
		const comparison = comparisonOf(field as z.core.$ZodType);
		return comparison ? [{ key, comparison }] : [];
	});
	if (fields.length === 0) return undefined;
	const facts = (map: unknown): string =>
		fields
			.map(({ key, comparison }) => comparison.facts(own(map, key)))
			.filter(Boolean)
			.join(' ');
	return {
		facts,
		between(original, translation) {
			const isWhole = isMap(original.value) && isMap(translation.value);
			if (!isWhole)
				return facts(original.value) === facts(translation.value) ? [] : [difference(original, translation)];
			return fields.flatMap(({ key, comparison }) =>
				comparison.between(inside(original, key), inside(translation, key)),
			);
		},
	};
}

function inside({ value, pointer }: Version, key: string | number): Version {
	return { value: own(value, key), pointer: childPointer(pointer, key) };
}

function ofLists(schema: z.ZodArray): Comparison | undefined {
	const element = comparisonOf(schema.element);
	if (!element) return undefined;
	return {
		facts: (list) =>
			listed(list)
				.map((item) => element.facts(item))
				.filter(Boolean)
				.join(', '),
		between(original, translation) {
			const pairs = element.isOfValues ? undefined : pairsOf(original, translation);
			return pairs
				? pairs.flatMap(([theirs, ours]) => element.between(theirs, ours))
				: ofSets(original, translation, element);
		},
	};
}

/** Maps of two lists side by side: by their ids where they have some, else by their order; undefined where that is not clear. */
function pairsOf(original: Version, translation: Version): [Version, Version][] | undefined {
	const [theirs, ours] = [original, translation].map((list) =>
		listed(list.value).map((_, index) => inside(list, index)),
	);
	if (!theirs || !ours || theirs.length !== ours.length) return undefined;
	const byId = new Map(ours.map((item) => [own(item.value, 'id'), item]));
	if (byId.has(undefined)) return theirs.map((item, index) => [item, ours[index] ?? item]);
	const pairs = theirs.map((item) => [item, byId.get(own(item.value, 'id'))] as const);
	return pairs.every(([, item]) => item) ? (pairs as [Version, Version][]) : undefined;
}

/** The order of a list is no fact: what one has and the other lacks is told once, for the list. */
function ofSets(original: Version, translation: Version, element: Comparison): FactDifference[] {
	const [theirs, ours] = [original, translation].map(({ value }) =>
		listed(value).map((item) => element.facts(item)),
	);
	const adds = without(ours ?? [], theirs ?? []);
	const lacks = without(theirs ?? [], ours ?? []);
	if (adds.length + lacks.length === 0) return [];
	const [only, ...others] = adds;
	const item = only !== undefined && others.length === 0 ? ours?.indexOf(only) : undefined;
	return [
		{
			pointer: translation.pointer,
			...(item !== undefined && { item: childPointer(translation.pointer, item) }),
			originalPointer: original.pointer,
			own: display(adds.join(', ')),
			original: display(lacks.join(', ')),
			isList: true,
		},
	];
}

function without(facts: readonly string[], others: readonly string[]): string[] {
	const excluded = new Set(others);
	return [...new Set(facts)].filter((fact) => fact !== '' && !excluded.has(fact));
}

function listed(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** Several forms of one thing are compared where both versions chose the same one. */
function ofUnions(schema: z.ZodUnion): Comparison | undefined {
	const options = schema.options.flatMap((option) => {
		const comparison = comparisonOf(option);
		return comparison ? [{ accepts: formOf(option), comparison }] : [];
	});
	if (options.length === 0) return undefined;
	const optionOf = (value: unknown) => options.find(({ accepts }) => accepts(value))?.comparison;
	return {
		facts: (value) => optionOf(value)?.facts(value) ?? '',
		between(original, translation) {
			const form = optionOf(original.value ?? translation.value);
			const isSame =
				original.value === undefined ||
				translation.value === undefined ||
				form === optionOf(translation.value);
			return form && isSame ? form.between(original, translation) : [];
		},
	};
}

function formOf(wrapped: z.core.$ZodType): (value: unknown) => boolean {
	const schema = bare(wrapped);
	if (schema instanceof z.ZodObject) return isMap;
	if (schema instanceof z.ZodArray) return Array.isArray;
	return (value) => typeof value !== 'object';
}
