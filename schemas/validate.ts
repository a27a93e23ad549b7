import type { CompileConfig, DocumentKind, Frontmatter, SchemaIssue } from '../src/model/index.ts';
import { allowedValues, display, expectedOf } from './expected.ts';
import { lastKey, schemaIssues } from './issues.ts';
import type { Condition } from './kinds/condition.ts';
import { metaOf } from './meta.ts';
import { ownFieldIssues, ownFieldsOf } from './own-fields.ts';
import { usablePage } from './page.ts';
import { type FieldPath, fieldPaths, visitPlaces } from './paths.ts';
import { childPointer, own } from './pointer.ts';
import { pruned } from './prune.ts';
import { KIND_SCHEMAS, type KindSchema } from './registry.ts';

export interface Validation {
	readonly value: Frontmatter;
	readonly issues: SchemaIssue[];
}

/**
 * Holds frontmatter against its kind's schema, the knowledge base's own fields and its vocabularies.
 * Reports every departure in one run. The value lacks what was wrong (see `pruned`), except terms
 * that are merely not in the vocabulary. Empty frontmatter may be `undefined` or `null`.
 */
export function validateFrontmatter(kind: DocumentKind, data: unknown, config: CompileConfig): Validation {
	const written = data ?? {};
	const fields = ownFieldsOf(kind, config);
	const own = ownFieldIssues(fields, written);
	if (kind === 'page') return usablePage(written, own);
	const known = KIND_SCHEMAS[kind];
	const shape = schemaIssues(known.schema, written)
		.filter((issue) => !(issue.type === 'unknown-key' && isTopLevel(issue) && fields.has(issue.key)))
		.map((issue) => withOwnKeys(issue, fields));
	const issues = [...shape, ...own, ...conditionIssues(known, written), ...alternatives(kind, written)];
	const value = pruned(written, issues);
	return {
		value,
		issues: [...issues, ...distinctIssues(known, value), ...unknownTerms(kind, value, config)],
	};
}

function isTopLevel(issue: SchemaIssue): boolean {
	return issue.pointer.lastIndexOf('/') === 0;
}

/** A misspelt key may be meant to be one of the knowledge base's own fields. */
function withOwnKeys(issue: SchemaIssue, fields: ReadonlyMap<string, unknown>): SchemaIssue {
	if (issue.type !== 'unknown-key' || !isTopLevel(issue) || fields.size === 0) return issue;
	return { ...issue, candidates: [...issue.candidates, ...fields.keys()] };
}

function conditionIssues({ schema, conditions }: KindSchema, data: unknown): SchemaIssue[] {
	const required = conditions
		.filter((condition) => applies(condition, data))
		.flatMap(({ require }) => require);
	const absent = [...new Set(required)].filter((key) => (own(data, key) ?? undefined) === undefined);
	return absent.flatMap((key) => {
		const field = schema.shape[key];
		return field ? [missingField('', key, expectedOf(field), allowedValues(field))] : [];
	});
}

function applies(condition: Condition, data: unknown): boolean {
	const value = own(data, condition.field);
	return condition.in.some((trigger) => trigger === value);
}

function missingField(
	pointer: string,
	key: string,
	expected: string,
	candidates: readonly string[] = [],
): SchemaIssue {
	return { type: 'missing', pointer, key, received: '', expected, candidates };
}

/** Maps that need at least one of several keys, and keys that need another one beside them. */
function alternatives(kind: DocumentKind, data: unknown): SchemaIssue[] {
	const issues: SchemaIssue[] = [];
	for (const { path, meta } of placesOf(kind).needing) {
		visitPlaces(data, path, (value, pointer) => {
			if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
			const anyOf = meta.anyOf ?? [];
			if (anyOf.length > 0 && !anyOf.some((key) => Object.hasOwn(value, key))) {
				issues.push(missingField(pointer, anyOf[0] ?? '', anyOf.join(' | '), anyOf));
			}
			for (const [key, needed] of Object.entries(meta.needs ?? {})) {
				if (Object.hasOwn(value, key) && !Object.hasOwn(value, needed)) {
					issues.push(missingField(pointer, needed, 'text'));
				}
			}
		});
	}
	return issues;
}

function distinctIssues({ distinct }: KindSchema, value: Frontmatter): SchemaIssue[] {
	return distinct
		.filter(([field, other]) => value[field] !== undefined && value[field] === value[other])
		.map(([field, other]) => ({
			type: 'not-allowed',
			pointer: childPointer('', field),
			key: field,
			received: display(value[field]),
			expected: `≠ ${other}`,
			candidates: [],
		}));
}

function unknownTerms(kind: DocumentKind, value: Frontmatter, config: CompileConfig): SchemaIssue[] {
	const issues: SchemaIssue[] = [];
	for (const { path, meta } of placesOf(kind).terms) {
		const name = meta.vocabulary;
		if (!name || config[name].size === 0) continue;
		visitPlaces(value, path, (term, pointer) => {
			if (typeof term !== 'string' || term === '' || config[name].has(term)) return;
			issues.push({
				type: 'unknown-term',
				pointer,
				key: lastKey(pointer),
				received: display(term),
				expected: meta.expected ?? name,
				candidates: [...config[name].keys()],
				vocabulary: name,
			});
		});
	}
	return issues;
}

interface Places {
	readonly terms: readonly FieldPath[];
	readonly needing: readonly FieldPath[];
}

const places = new Map<DocumentKind, Places>();

function placesOf(kind: DocumentKind): Places {
	const known = places.get(kind);
	if (known) return known;
	const all = fieldPaths(KIND_SCHEMAS[kind].schema);
	const found = {
		terms: all.filter(({ meta }) => meta.vocabulary),
		needing: all.filter(({ schema }) => metaOf(schema).anyOf ?? metaOf(schema).needs),
	};
	places.set(kind, found);
	return found;
}
