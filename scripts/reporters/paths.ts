import { type Diagnostic, FILE_START, type SourceRange } from '../../src/model/index.ts';
import { chineseFor } from '../../src/model/wording.ts';
import type { ReportInput } from './reporter.ts';

/**
 * The file of a finding as a consumer in the repository's root knows it: relative, `/` separators. What concerns
 * the project as a whole is shown at its settings.
 */
export function repositoryPath(file: string, { prefix = '' }: Pick<ReportInput, 'prefix'>): string {
	const parts: string[] = [];
	for (const part of `${prefix}${file || 'mainstay.yaml'}`.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}

/** The range with an end that is never before its start. */
export function rangeOf({ range }: Pick<Diagnostic, 'range'>): SourceRange {
	const { start, end } = range ?? FILE_START;
	const backwards = end.line < start.line || (end.line === start.line && end.column < start.column);
	return backwards ? { start, end: start } : range;
}

/** Message and nearest values in one text. */
export function fullMessage({ message, suggestions }: Diagnostic, locale: ReportInput['locale']): string {
	if (suggestions.length === 0) return message;
	const values = suggestions.map(({ value }) => value).join(locale === 'en' ? ', ' : '、');
	return locale === 'en'
		? `${message} Did you mean: ${values}`
		: chineseFor(locale)`${message}是否想写：${values}`;
}
