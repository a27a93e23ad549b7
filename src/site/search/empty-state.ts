import type { SearchAnswer } from '../../search/query/result.ts';
import { element } from './element.ts';
import { forgetSearches, recentSearches } from './recent.ts';
import type { SearchText } from './text.ts';

/** What stands above the list, or in its place. */
export interface EmptyState {
	readonly element: HTMLElement;
	/** Nothing asked yet: recent searches and a word on privacy. */
	start(): void;
	/** Nothing or little found: what was tried, and words that look alike. */
	answered(answer: SearchAnswer, final: boolean): void;
	failed(): void;
}

const MOST_TRIED = 12;

/** `pick` is called with a recent search or a nearest word that the reader chose. */
export function createEmptyState(text: SearchText, pick: (query: string) => void): EmptyState {
	const region = element('div', { class: 'search-state' });
	const choice = (query: string): HTMLElement => {
		const button = element('button', { type: 'button', class: 'search-choice' }, query);
		button.addEventListener('click', () => pick(query));
		return button;
	};
	const start = (): void => {
		const recent = recentSearches();
		region.replaceChildren(element('p', { class: 'search-quiet' }, text.start));
		if (recent.length === 0) return;
		const forget = element('button', { type: 'button', class: 'search-plain-button' }, text.forget);
		forget.addEventListener('click', () => {
			forgetSearches();
			start();
		});
		region.append(
			element('p', { class: 'search-quiet search-spread' }, text.recent, forget),
			element('div', { class: 'search-choices' }, ...recent.map(choice)),
		);
	};
	return {
		element: region,
		start,
		failed: () => region.replaceChildren(element('p', { role: 'alert' }, text.failed)),
		answered: ({ results, nearest, tried, doubtful, cut }, final) => {
			const parts: Node[] = [];
			if (cut) parts.push(element('p', { class: 'search-quiet' }, text.cut));
			if (final && results.length === 0) {
				parts.push(
					element('p', {}, element('strong', {}, text.none), ` ${text.noneHint}`),
					element('p', { class: 'search-quiet' }, `${text.tried} ${tried.slice(0, MOST_TRIED).join(' · ')}`),
				);
			} else if (final && doubtful) parts.push(element('p', { class: 'search-quiet' }, text.doubtful));
			if (final && nearest.length > 0 && (doubtful || results.length === 0)) {
				parts.push(element('div', { class: 'search-choices' }, text.nearest, ...nearest.map(choice)));
			}
			region.replaceChildren(...parts);
		},
	};
}
