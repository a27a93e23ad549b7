import type { SearchAnswer } from '../../search/query/result.ts';
import { element } from './element.ts';
import { forgetSearches, recentSearches } from './recent.ts';
import type { SearchSettings } from './settings.ts';
import type { SearchText } from './text.ts';

/** What stands above the list, or in its place. */
export interface EmptyState {
	readonly element: HTMLElement;
	/** Nothing asked yet: recent searches, the lists, and a word on privacy. */
	start(): void;
	/** Nothing or little found: what was tried, words that look alike, where else to look, how to report. */
	answered(answer: SearchAnswer, final: boolean): void;
	failed(): void;
}

const MOST_TRIED = 12;

/** `pick` is called with a recent search or a nearest word that the reader chose. `panels` close a poor answer. */
export function createEmptyState(
	settings: SearchSettings,
	text: SearchText,
	pick: (query: string) => void,
	panels: readonly HTMLElement[],
): EmptyState {
	const region = element('div', { class: 'search-state' });
	const choice = (query: string): HTMLElement => {
		const button = element('button', { type: 'button', class: 'search-choice' }, query);
		button.addEventListener('click', () => pick(query));
		return button;
	};
	const lists = (): HTMLElement =>
		element(
			'p',
			{ class: 'search-list-links' },
			element('span', { class: 'search-quiet' }, text.lists),
			...settings.lists.map(({ href, label }) => element('a', { href }, label)),
		);
	const start = (): void => {
		const recent = recentSearches();
		region.replaceChildren();
		if (recent.length > 0) {
			const forget = element('button', { type: 'button', class: 'search-plain-button' }, text.forget);
			forget.addEventListener('click', () => {
				forgetSearches();
				start();
			});
			region.append(
				element('p', { class: 'search-quiet search-spread' }, text.recent, forget),
				element('div', { class: 'search-choices' }, ...recent.map(choice)),
			);
		}
		region.append(lists(), element('p', { class: 'search-quiet' }, text.start));
	};
	const poor = (answer: SearchAnswer): Node[] => {
		const { results, nearest, tried } = answer;
		const alike =
			nearest.length > 0
				? [element('div', { class: 'search-choices' }, text.nearest, ...nearest.map(choice))]
				: [];
		if (results.length > 0) {
			return [element('p', { class: 'search-quiet' }, text.doubtful), ...alike, ...panels];
		}
		const words = tried.slice(0, MOST_TRIED).flatMap((word) => [element('code', {}, word), ' ']);
		return [
			element('p', {}, element('strong', {}, text.none), ` ${text.noneHint}`),
			element('p', { class: 'search-quiet search-tried' }, `${text.tried} `, ...words),
			...alike,
			lists(),
			...panels,
		];
	};
	return {
		element: region,
		start,
		failed: () => region.replaceChildren(element('p', { role: 'alert' }, text.failed), lists()),
		answered: (answer, final) => {
			const cut = answer.cut ? [element('p', { class: 'search-quiet' }, text.cut)] : [];
			const isPoor = final && (answer.results.length === 0 || answer.doubtful);
			region.replaceChildren(...cut, ...(isPoor ? poor(answer) : []));
		},
	};
}
