import type { CompileConfig, DocumentKind, Frontmatter, SchemaIssue } from '../src/model/index.ts';
import { fits } from './fits.ts';
import { schemaIssues } from './issues.ts';
import { ownFieldIssues, ownFieldsOf } from './own-fields.ts';
import { isMap } from './pointer.ts';
import { pruned } from './prune.ts';
import { KIND_SCHEMAS } from './registry.ts';
import { alternativeIssues, conditionIssues } from './requirements.ts';
import { termIssues } from './terms.ts';
import { usablePage } from './usable-page.ts';

type OwnFields = ReadonlyMap<string, unknown>;

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
	const ofOwnFields = ownFieldIssues(fields, written);
	if (kind === 'page') return usablePage(written, ofOwnFields, config);
	const shape = shapeIssues(kind, written, fields);
	const requirements = [...conditionIssues(kind, written), ...alternativeIssues(kind, written)];
	const issues = [...shape, ...ofOwnFields, ...requirements];
	const value = pruned(written, issues);
	return { value, issues: [...issues, ...termIssues(kind, value, config)] };
}

function shapeIssues(kind: DocumentKind, data: unknown, ownFields: OwnFields): SchemaIssue[] {
	const { schema } = KIND_SCHEMAS[kind];
	if (ownFields.size === 0) return schemaIssues(schema, data);
	if (isMap(data) && fits(schema, withoutFields(data, ownFields))) return [];
	return (
		schemaIssues(schema, data)
			.filter((issue) => !(isUnknownField(issue) && ownFields.has(issue.key)))
			// A misspelt key may be meant to be one of them.
			.map((issue) =>
				isUnknownField(issue) ? { ...issue, candidates: [...issue.candidates, ...ownFields.keys()] } : issue,
			)
	);
}

function withoutFields(data: Readonly<Record<string, unknown>>, fields: OwnFields): Record<string, unknown> {
	return Object.fromEntries(Object.entries(data).filter(([key]) => !fields.has(key)));
}

function isUnknownField(issue: SchemaIssue): boolean {
	return issue.type === 'unknown-key' && issue.pointer.lastIndexOf('/') === 0;
}
