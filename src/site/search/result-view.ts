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

export function createResultView(settings: SearchSettings, text: SearchText): ResultView {
	const label = (facet: 'kind' | 'module' | 'severity' | 'status', value: string): string =>
		settings.labels[facet]?.[value] ?? value;
	const badge = (value: string, tone = ''): HTMLElement =>
		element('span', { class: `badge ${tone}`.trim() }, value);
	const badges = (result: SearchResult): HTMLElement => {
		const row = element('span', { class: 'search-badges' }, badge(label('kind', result.kind), 'tone-blue'));
		if (result.severity) row.append(badge(label('severity', result.severity), TONES[result.severity]));
		for (const module of result.modules) row.append(badge(label('module', module)));
		if (result.status === 'retired' || result.status === 'superseded') {
			row.append(badge(label('status', result.status), 'tone-dashed'));
		}
		if (result.lang !== settings.lang)
			row.append(badge(text.language[result.lang] ?? result.lang, 'tone-dashed'));
		return row;
	};
	const reason = ({ type, value, line, lineText }: Reason, at: number): HTMLElement => {
		const where = line === undefined ? '' : ` · ${text.line(line)}`;
		return element(
			'span',
			{ class: 'search-reason', title: lineText },
			`${text.reason[type](value)}${where}`,
			lineText && at === 0 ? element('code', { class: 'search-line' }, lineText) : undefined,
		);
	};
	return {
		href: ({ url, anchor }) => `${settings.base.replace(/\/$/, '')}${url}${anchor ? `#${anchor}` : ''}`,
		contents: (result) => {
			const fragment = document.createDocumentFragment();
			fragment.append(
				element(
					'span',
					{ class: 'search-title', lang: result.lang },
					marked(result.title, result.titleMarks),
				),
				badges(result),
				element('span', { class: 'search-reasons' }, ...result.reasons.slice(0, MOST_REASONS).map(reason)),
				element(
					'span',
					{ class: 'search-excerpt', lang: result.lang },
					marked(result.excerpt, result.excerptMarks),
				),
			);
			if (result.firstStep && result.kind === 'runbook') {
				fragment.append(
					element(
						'span',
						{ class: 'search-step' },
						`${text.firstStep} `,
						element('span', { lang: result.lang }, result.firstStep),
					),
				);
			}
			return fragment;
		},
	};
}
