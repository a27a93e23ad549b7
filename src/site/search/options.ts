import type { SearchResult } from '../../search/query/result.ts';
import { element } from './element.ts';
import type { ResultView } from './result-view.ts';
import type { SearchText } from './text.ts';

/** The list below a combobox. Options are links, so that opening in a new tab works as everywhere. */
export interface Options {
	readonly element: HTMLElement;
	/** Results from `settled` on came later and are set apart. */
	show(results: readonly SearchResult[], settled: number): void;
	/** Fills in what was loaded since; nothing moves. */
	describe(results: readonly SearchResult[]): void;
	clear(): void;
}

/** `chosen` is called when a result is opened. */
export function createOptions(
	input: HTMLInputElement,
	view: ResultView,
	text: SearchText,
	chosen: () => void,
): Options {
	const list = element('div', {
		id: 'search-options',
		class: 'search-options',
		role: 'listbox',
		'aria-label': text.results,
	});
	let links: HTMLAnchorElement[] = [];
	let active = 0;
	/** The reader has chosen since the last letter: a later list must not take the choice away. */
	let hasChosen = false;
	const mark = (at: number, scroll: boolean): void => {
		active = at;
		for (const [index, link] of links.entries()) link.setAttribute('aria-selected', String(index === at));
		const link = links[at];
		if (link) input.setAttribute('aria-activedescendant', link.id);
		else input.removeAttribute('aria-activedescendant');
		if (scroll) link?.scrollIntoView({ block: 'nearest' });
	};
	const draw = (link: HTMLAnchorElement, result: SearchResult): void => {
		link.href = view.href(result);
		link.dataset['url'] = result.url;
		link.replaceChildren(view.contents(result));
	};
	input.addEventListener('keydown', (event) => {
		if (event.isComposing || links.length === 0) return;
		const next = nextPlace(event.key, active, links.length);
		if (next !== undefined) {
			hasChosen = true;
			mark(next, true);
		} else if (event.key === 'Enter') links[active]?.dispatchEvent(copyOf(event));
		else return;
		event.preventDefault();
	});
	input.addEventListener('input', () => {
		hasChosen = false;
	});
	list.addEventListener('click', (event) => {
		if (event.target instanceof Element && event.target.closest('a')) chosen();
	});
	return {
		element: list,
		show: (results, settled) => {
			const kept = links[active]?.dataset['url'];
			links = results.map((result, at) => {
				const link = element('a', {
					class: 'search-option',
					role: 'option',
					id: `search-option-${at}`,
					tabindex: '-1',
				});
				draw(link, result);
				return link;
			});
			const later = links.slice(settled);
			list.replaceChildren(
				...links.slice(0, settled),
				...(later.length > 0
					? [element('div', { class: 'search-later', role: 'presentation' }, text.below), ...later]
					: []),
			);
			input.setAttribute('aria-expanded', String(links.length > 0));
			const keeps = hasChosen || settled < results.length;
			const same = keeps ? links.findIndex(({ dataset }) => dataset['url'] === kept) : 0;
			mark(Math.max(0, same), false);
		},
		describe: (results) => {
			const byUrl = new Map(results.map((result) => [result.url, result]));
			for (const link of links) {
				const result = byUrl.get(link.dataset['url'] ?? '');
				if (result) draw(link, result);
			}
		},
		clear: () => {
			links = [];
			list.replaceChildren();
			input.setAttribute('aria-expanded', 'false');
			mark(0, false);
		},
	};
}

function nextPlace(key: string, active: number, count: number): number | undefined {
	switch (key) {
		case 'ArrowDown':
			return (active + 1) % count;
		case 'ArrowUp':
			return (active + count - 1) % count;
		case 'PageDown':
			return Math.min(count - 1, active + 5);
		case 'PageUp':
			return Math.max(0, active - 5);
		default:
			return undefined;
	}
}

/** Enter with Control or Command opens a new tab, as a click would. */
function copyOf({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): MouseEvent {
	return new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
}
