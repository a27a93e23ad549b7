import { type Frontmatter, nearest, type SchemaIssue } from '../src/model/index.ts';
import { allowedValues } from './expected.ts';
import { kind as kindField } from './fields/document.ts';
import { canonicalLanguage } from './fields/language-tag.ts';
import { schemaIssues } from './issues.ts';
import { page } from './kinds/page.ts';
import { isMap } from './pointer.ts';
import { pruned } from './prune.ts';

/**
 * The frontmatter of a page, which may have been written for another tool. Only what cannot be used
 * for title, summary or language is an issue, and a `kind` that is nearly one of ours; other values
 * that Mainstay does not understand are left out in silence.
 */
export function usablePage(
	data: unknown,
	ownIssues: readonly SchemaIssue[],
): { value: Frontmatter; issues: SchemaIssue[] } {
	if (!isMap(data)) return { value: {}, issues: schemaIssues(page(), data) };
	const adapted = adapt(data);
	const found = [...schemaIssues(page(), adapted), ...ownIssues];
	const reported = found.filter((issue) => ownIssues.includes(issue) || isReported(issue));
	return { value: pruned(adapted, found), issues: reported };
}

/** Other tools' ways of saying the same: a number as title, `description`, `zh_CN`. */
function adapt(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const adapted: Record<string, unknown> = Object.fromEntries(
		Object.entries(data).filter(([, value]) => !isBlank(value)),
	);
	adapted['summary'] ??= typeof adapted['description'] === 'string' ? adapted['description'] : undefined;
	for (const key of ['title', 'summary']) {
		if (typeof adapted[key] === 'number' || typeof adapted[key] === 'boolean')
			adapted[key] = String(adapted[key]);
	}
	const lang = adapted['lang'];
	if (typeof lang === 'string') adapted['lang'] = canonicalLanguage(lang.replace('_', '-')) ?? lang;
	return Object.fromEntries(Object.entries(adapted).filter(([, value]) => value !== undefined));
}

function isBlank(value: unknown): boolean {
	return value === null || (typeof value === 'string' && value.trim() === '');
}

function isReported(issue: SchemaIssue): boolean {
	if (issue.pointer === '/kind') return nearest(issue.received, allowedValues(kindField)).length > 0;
	return ['/title', '/summary', '/lang'].includes(issue.pointer);
}
