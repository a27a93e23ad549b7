import { type CompileConfig, type Frontmatter, nearest, type SchemaIssue } from '../src/model/index.ts';
import { canonicalLanguage } from './fields/language-tag.ts';
import { fits } from './fits.ts';
import { schemaIssues } from './issues.ts';
import { page } from './kinds/page.ts';
import { ownFieldsOf } from './own-fields.ts';
import { childPointer, isMap } from './pointer.ts';
import { pruned } from './prune.ts';
import { termIssues } from './terms.ts';

/**
 * The frontmatter of a page, which may have been written for another tool. Only what cannot be used for title,
 * summary, language or readers is an issue, and what is nearly one of ours: a choice, a key of a vocabulary, the name
 * of a field; other values that Mainstay does not understand are left out in silence.
 */
export function usablePage(
	data: unknown,
	ownIssues: readonly SchemaIssue[],
	config: CompileConfig,
): { value: Frontmatter; issues: SchemaIssue[] } {
	if (!isMap(data)) return { value: {}, issues: schemaIssues(page(), data) };
	const adapted = adapt(data);
	const found = [...schemaIssues(page(), adapted), ...ownIssues];
	const reported = found.filter((issue) => ownIssues.includes(issue) || isReported(issue));
	const value = pruned(adapted, found);
	const terms = termIssues('page', value, config).filter(
		({ pointer, received, candidates }) =>
			pointer.startsWith('/readers/') || nearest(received, candidates).length > 0,
	);
	return { value, issues: [...reported, ...terms, ...misspelt(adapted, config)] };
}

/** Any key may stand in a page; one whose name is nearly that of a field, and whose value fits that, is meant to be it. */
function misspelt(data: Readonly<Record<string, unknown>>, config: CompileConfig): SchemaIssue[] {
	const { shape } = page();
	const names = Object.keys(shape);
	const own = ownFieldsOf('page', config);
	return Object.keys(data).flatMap((key) => {
		if (Object.hasOwn(shape, key) || own.has(key) || key.startsWith('x-')) return [];
		const [meant] = nearest(key, names);
		const field = meant === undefined ? undefined : shape[meant as keyof typeof shape];
		if (meant === undefined || !field || meant in data || !fits(field, data[key])) return [];
		const pointer = childPointer('', key);
		return [{ type: 'unknown-key', pointer, key, received: key, expected: meant, candidates: [meant] }];
	});
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
	if (issue.type === 'not-allowed') return nearest(issue.received, issue.candidates).length > 0;
	return /^\/(?:title$|summary$|lang$|readers(?:\/|$))/.test(issue.pointer);
}
