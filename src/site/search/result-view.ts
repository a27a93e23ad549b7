import type { Reason, SearchResult } from '../../search/query/result.ts';
import { element, marked } from './element.ts';
import type { SearchSettings } from './settings.ts';
import type { SearchText } from './text.ts';

/** How results are drawn on one page. */
export interface ResultView {
	/** The inside of a link to the result. */
	contents(result: SearchResult): DocumentFragment;
	href(result: SearchResult): string;
}

const TONES: Readonly<Record<string, string>> = { S1: 'tone-red', S2: 'tone-amber' };
const MOST_REASONS = 2;
const MOST_MODULES = 3;
/** These say that the very problem was recognised. */
const CERTAIN: readonly Reason['type'][] = ['code', 'signature', 'pattern'];

/** `lineOf` turns a line of the question into one of the paste. */
export function createResultView(
	settings: SearchSettings,
	text: SearchText,
	lineOf: (line: number) => number | undefined,
): ResultView {
	const label = (facet: 'kind' | 'module' | 'severity' | 'status', value: string): string =>
		settings.labels[facet]?.[value] ?? value;
	const badge = (value: string, tone = ''): HTMLElement =>
		element('span', { class: `badge ${tone}`.trim() }, value);
	const badges = (result: SearchResult): HTMLElement => {
		const row = element('span', { class: 'search-badges' }, badge(label('kind', result.kind), 'tone-blue'));
		if (result.severity) row.append(badge(label('severity', result.severity), TONES[result.severity]));
		if (result.status === 'retired' || result.status === 'superseded') {
			row.append(badge(label('status', result.status), 'tone-dashed'));
		}
		if (result.lang !== settings.lang)
			row.append(badge(text.language[result.lang] ?? result.lang, 'tone-dashed'));
		return row;
	};
	const reason = ({ type, value, line, lineText }: Reason, declared: boolean): HTMLElement => {
		const number = line === undefined ? undefined : lineOf(line);
		const where = number === undefined ? '' : ` · ${text.line(number)}`;
		const certain = declared && CERTAIN.includes(type) ? 'search-certain' : '';
		return element(
			'span',
			{ class: `search-reason ${certain}`.trim(), title: lineText },
			`${text.reason[type](value)}${where}`,
		);
	};
	/** A code in the text is a hint; one that the document declares is the problem itself. */
	const reasons = (result: SearchResult): HTMLElement[] =>
		result.reasons.slice(0, MOST_REASONS).map((each) => reason(each, result.parts.signature > 0));
	const place = (result: SearchResult): HTMLElement => {
		const modules = result.modules.slice(0, MOST_MODULES).map((module) => label('module', module));
		const number = result.kind === 'page' ? [] : [element('span', { class: 'doc-id' }, result.id)];
		return element(
			'span',
			{ class: 'search-place' },
			...modules.map((module) => element('span', { class: 'search-module' }, module)),
			...number,
		);
	};
	const firstStep = (result: SearchResult): HTMLElement =>
		element(
			'span',
			{ class: 'search-step' },
			element('span', { class: 'search-quiet' }, `${text.firstStep} `),
			element('span', { lang: result.lang }, result.firstStep),
		);
	return {
		href: ({ url, anchor }) => `${settings.base.replace(/\/$/, '')}${url}${anchor ? `#${anchor}` : ''}`,
		contents: (result) => {
			const { lang } = result;
			const fragment = document.createDocumentFragment();
			fragment.append(
				element('span', { class: 'search-title', lang }, marked(result.title, result.titleMarks)),
				badges(result),
				element('span', { class: 'search-reasons' }, ...reasons(result)),
				place(result),
				element('span', { class: 'search-excerpt', lang }, marked(result.excerpt, result.excerptMarks)),
				...(result.firstStep && result.kind === 'runbook' ? [firstStep(result)] : []),
			);
			return fragment;
		},
	};
}
