import { element } from './element.ts';
import { clearGaps, gapFile, isKept, keep, keptGaps } from './gap-log.ts';
import { saveText } from './save-text.ts';
import type { SearchText } from './text.ts';

/** The reader's own list of searches that found nothing good: on or off, look, export, clear. */
export interface GapPanel {
	readonly element: HTMLElement;
	/** Shows what is on the list by now. */
	refresh(): void;
}

const MOST_SHOWN = 50;

export function createGapPanel(text: SearchText): GapPanel {
	const box = element('input', { type: 'checkbox' });
	const list = element('ul', { class: 'search-gap-list' });
	const save = element('button', { type: 'button', class: 'search-button' }, text.gaps.save);
	const clear = element('button', { type: 'button', class: 'search-button' }, text.gaps.clear);
	const tools = element('div', { class: 'search-buttons' }, save, clear);
	const count = element('p', { class: 'search-quiet', role: 'status' });
	const refresh = (): void => {
		const gaps = keptGaps();
		box.checked = isKept();
		count.textContent = gaps.length > 0 || box.checked ? text.gaps.count(gaps.length) : '';
		tools.hidden = gaps.length === 0;
		const latest = gaps.slice(-MOST_SHOWN).reverse();
		list.replaceChildren(
			...latest.map(({ query, count: times }) =>
				element('li', {}, query, times > 1 ? element('span', { class: 'count' }, ` × ${times}`) : undefined),
			),
		);
		list.hidden = latest.length === 0;
	};
	box.addEventListener('change', () => {
		keep(box.checked);
		refresh();
	});
	save.addEventListener('click', () => saveText('search-gaps.json', 'application/json', gapFile()));
	clear.addEventListener('click', () => {
		clearGaps();
		refresh();
		box.focus();
	});
	refresh();
	return {
		element: element(
			'details',
			{ class: 'search-fold', id: 'gaps' },
			element('summary', {}, text.gaps.title),
			element('label', { class: 'search-filter' }, box, element('span', {}, text.gaps.keep)),
			element('p', { class: 'search-quiet' }, text.gaps.explain),
			count,
			list,
			tools,
		),
		refresh,
	};
}
