import { ID_PATTERN } from '../../../schemas/fields/id.ts';
import type { Document, MessageParams, Report, SchemaIssue, SourceRange } from '../../model/index.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { readablePath } from '../places.ts';

/** Issues of one type, without those that a rule of their own reports. */
export function issuesOf(document: Document, type: SchemaIssue['type']): SchemaIssue[] {
	return document.schemaIssues.filter(
		(issue) => issue.type === type && !isForeignId(issue) && !isReferenceToOtherKind(issue),
	);
}

/** The document's own id is one, but of another kind. */
export function isForeignId(issue: SchemaIssue): boolean {
	return issue.type === 'format' && issue.pointer === '/id' && ID_PATTERN.test(issue.received);
}

/** A well-formed id where the field expects the id of another kind. */
export function isReferenceToOtherKind(issue: SchemaIssue): boolean {
	return (
		issue.type === 'format' &&
		issue.pointer !== '/id' &&
		ID_PATTERN.test(issue.received) &&
		/^[A-Z]+-XXX-0001$/.test(issue.expected)
	);
}

/** The report on one issue: its parts as parameters, the nearest allowed values as suggestions. */
export function reportOf(issue: SchemaIssue, range: SourceRange): Report {
	const params: MessageParams = {
		key: issue.key,
		path: readablePath(issue.pointer),
		received: issue.received,
		expected: issue.expected,
		vocabulary: issue.vocabulary ?? '',
	};
	return { range, params, ...suggest(nearestTo(issue)) };
}

/** What the unknown key or value of an issue may be meant to be, best first. */
export function nearestTo({ type, key, received, candidates, meant }: SchemaIssue): readonly string[] {
	if (meant !== undefined) return [meant];
	return indexNearest(candidates)(type === 'unknown-key' ? key : received);
}

/** A key with its value in it. */
export interface Entry {
	readonly key: string;
	readonly colon: ':' | '：';
	readonly value: string;
}

/** `object：Quotation` and `object:Quotation` of a map in braces, which YAML reads as one key. */
export function entryIn({ key: written, candidates }: SchemaIssue): Entry | undefined {
	const [, key, colon, value = ''] = /^([A-Za-z][\w-]*)([:：])\s*(.*)$/s.exec(written) ?? [];
	if (key === undefined || !candidates.includes(key)) return undefined;
	return { key, colon: colon === ':' ? ':' : '：', value };
}
