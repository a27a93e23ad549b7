import type { Document } from '../model/index.ts';
import { escapeAttribute, escapeText } from '../model/index.ts';

/** `{{item_code}}`: a value that the reader of a runbook fills in once for the whole page. */
const PARAMETER = /\{\{[ \t]*([A-Za-z_][\w.-]{0,63})[ \t]*\}\}/g;

/** A run of code: inside a parameter, or between two. */
export interface CodePart {
	readonly start: number;
	readonly end: number;
	readonly parameter?: string;
}

/**
 * Which names are parameters in a document. In a runbook every `{{name}}` is one; elsewhere only what the
 * frontmatter declares, since the same braces mean a template in much program code.
 */
export function parametersOf(document: Document): (name: string) => boolean {
	if (document.kind === 'runbook') return () => true;
	const { parameters } = document.frontmatter;
	const names = new Set(
		(Array.isArray(parameters) ? parameters : []).map((each: unknown) =>
			typeof each === 'object' && each !== null && 'name' in each ? each.name : undefined,
		),
	);
	return (name) => names.has(name);
}

/** Cuts code at its parameters; one part for code without any. */
export function splitParameters(code: string, isParameter: (name: string) => boolean): CodePart[] {
	const parts: CodePart[] = [];
	let end = 0;
	if (code.includes('{{')) {
		for (const match of code.matchAll(PARAMETER)) {
			const parameter = match[1] ?? '';
			if (!isParameter(parameter)) continue;
			if (match.index > end) parts.push({ start: end, end: match.index });
			end = match.index + match[0].length;
			parts.push({ start: match.index, end, parameter });
		}
	}
	if (end < code.length) parts.push({ start: end, end: code.length });
	return parts;
}

/** Code without colours as HTML, parameters marked. */
export function plainCode(code: string, isParameter: (name: string) => boolean): string {
	return splitParameters(code, isParameter)
		.map(({ start, end, parameter }) =>
			parameter === undefined
				? escapeText(code.slice(start, end))
				: parameterHtml(code.slice(start, end), parameter),
		)
		.join('');
}

export function parameterHtml(text: string, name: string): string {
	return `<span class="parameter" data-parameter="${escapeAttribute(name)}">${escapeText(text)}</span>`;
}
