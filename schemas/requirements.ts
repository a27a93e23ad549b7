import type { DocumentKind, Frontmatter, SchemaIssue } from '../src/model/index.ts';
import { allowedValues, expectedOf } from './expected.ts';
import type { Condition } from './kinds/condition.ts';
import type { FieldMeta } from './meta.ts';
import { visitPlaces } from './paths.ts';
import { isMap, own } from './pointer.ts';
import { KIND_SCHEMAS, placesOf } from './registry.ts';

/** Fields that the values of other fields make necessary: `parent` below level 1. */
export function conditionIssues(kind: DocumentKind, data: unknown): SchemaIssue[] {
	const { schema, conditions } = KIND_SCHEMAS[kind];
	const required = conditions.filter(({ advice }) => !advice);
	return absentFields(required, data).flatMap((key) => {
		const field = schema.shape[key];
		return field ? [missing('', key, expectedOf(field), allowedValues(field))] : [];
	});
}

/** The fields that the values of other fields make necessary and that are not written. */
export function requiredByOthers(kind: DocumentKind, data: unknown): string[] {
	return absentFields(
		KIND_SCHEMAS[kind].conditions.filter(({ advice }) => !advice),
		data,
	);
}

/** The fields that a document of the kind should have but need not: `signatures` of most runbooks. */
export function recommendedFields(kind: DocumentKind, value: Frontmatter): string[] {
	const wanted = KIND_SCHEMAS[kind].conditions.filter(({ advice }) => advice);
	return absentFields(wanted, value);
}

function absentFields(conditions: readonly Condition[], data: unknown): string[] {
	const applying = conditions.filter(({ field, in: cases }) =>
		(cases as readonly unknown[]).includes(own(data, field)),
	);
	if (applying.length === 0) return [];
	const wanted = new Set(applying.flatMap(({ require }) => require));
	return [...wanted].filter((key) => (own(data, key) ?? undefined) === undefined);
}

/** Maps that need at least one of several keys, and keys that need another one beside them. */
export function alternativeIssues(kind: DocumentKind, data: unknown): SchemaIssue[] {
	const issues: SchemaIssue[] = [];
	for (const { path, meta } of placesOf(kind, isDemanding)) {
		visitPlaces(data, path, (value, pointer) => {
			if (!isMap(value)) return;
			const choices = meta.alternatives ?? [];
			if (choices.length > 0 && !choices.some((key) => Object.hasOwn(value, key))) {
				issues.push(missing(pointer, choices[0] ?? '', choices.join(' | '), choices));
			}
			for (const [key, needed] of Object.entries(meta.needs ?? {})) {
				if (Object.hasOwn(value, key) && !Object.hasOwn(value, needed)) {
					issues.push(missing(pointer, needed, 'text'));
				}
			}
		});
	}
	return issues;
}

const isDemanding = (meta: FieldMeta): boolean => meta.alternatives !== undefined || meta.needs !== undefined;

function missing(
	pointer: string,
	key: string,
	expected: string,
	candidates: readonly string[] = [],
): SchemaIssue {
	return { type: 'missing', pointer, key, received: '', expected, candidates };
}
