import type { CompileConfig, DocumentKind, Frontmatter, SchemaIssue } from '../src/model/index.ts';
import { schemaIssues } from './issues.ts';
import { ownFieldIssues, ownFieldsOf } from './own-fields.ts';
import { pruned } from './prune.ts';
import { KIND_SCHEMAS } from './registry.ts';
import { alternativeIssues, conditionIssues } from './requirements.ts';
import { termIssues } from './terms.ts';
import { usablePage } from './usable-page.ts';

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
	if (kind === 'page') return usablePage(written, ofOwnFields);
	const shape = schemaIssues(KIND_SCHEMAS[kind].schema, written)
		.filter((issue) => !(isUnknownField(issue) && fields.has(issue.key)))
		.map((issue) => (isUnknownField(issue) ? withOwnFields(issue, fields) : issue));
	const requirements = [...conditionIssues(kind, written), ...alternativeIssues(kind, written)];
	const issues = [...shape, ...ofOwnFields, ...requirements];
	const value = pruned(written, issues);
	return { value, issues: [...issues, ...termIssues(kind, value, config)] };
}

function isUnknownField(issue: SchemaIssue): boolean {
	return issue.type === 'unknown-key' && issue.pointer.lastIndexOf('/') === 0;
}

/** A misspelt key may be meant to be one of the knowledge base's own fields. */
function withOwnFields(issue: SchemaIssue, fields: ReadonlyMap<string, unknown>): SchemaIssue {
	return fields.size === 0 ? issue : { ...issue, candidates: [...issue.candidates, ...fields.keys()] };
}
