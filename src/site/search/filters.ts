import { FACETS, type Facet, type Filters, type SearchAnswer } from '../../search/query/result.ts';
import { element } from './element.ts';
import type { SearchSettings } from './settings.ts';
import type { SearchText } from './text.ts';

/** The filters beside a list of results. */
export interface FilterPanel {
	readonly element: HTMLElement;
	readonly value: Filters;
	set(filters: Filters): void;
	/** Shows the values that occur, with their numbers; nothing when nothing was asked. */
	show(counts: SearchAnswer['counts'] | undefined): void;
}

/** `changed` is called after each choice of the reader. */
export function createFilterPanel(
	settings: SearchSettings,
	text: SearchText,
	changed: () => void,
): FilterPanel {
	const chosen = new Map<Facet, Set<string>>(FACETS.map((facet) => [facet, new Set()]));
	const groups = element('div', { class: 'search-groups' });
	const heading = element('summary', {}, text.filters);
	const reset = element(
		'button',
		{ type: 'button', class: 'search-plain-button', hidden: true },
		text.resetFilters,
	);
	reset.addEventListener('click', () => {
		for (const values of chosen.values()) values.clear();
		heading.focus();
		changed();
	});
	const label = (facet: Facet, value: string): string =>
		facet === 'lang' ? (text.language[value] ?? value) : (settings.labels[facet]?.[value] ?? value);
	const box = (facet: Facet, value: string, count: number): HTMLElement => {
		const values = chosen.get(facet);
		const input = element('input', { type: 'checkbox', checked: values?.has(value) ?? false });
		input.dataset['filter'] = `${facet}=${value}`;
		input.addEventListener('change', () => {
			if (input.checked) values?.add(value);
			else values?.delete(value);
			changed();
		});
		return element(
			'label',
			{ class: 'search-filter' },
			input,
			` ${label(facet, value)} `,
			element('span', { class: 'count' }, String(count)),
		);
	};
	const group = (facet: Facet, counts: Readonly<Record<string, number>>): HTMLElement | undefined => {
		const selected = chosen.get(facet) ?? new Set();
		const values = [...new Set([...Object.keys(counts), ...selected])];
		if (values.length === 0 || (values.length === 1 && selected.size === 0)) return undefined;
		values.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1));
		return element(
			'fieldset',
			{ class: 'search-group' },
			element('legend', {}, text.facet[facet]),
			...values.map((value) => box(facet, value, counts[value] ?? 0)),
		);
	};
	const wide = !matchMedia('(max-width: 40rem)').matches;
	const panel = element('details', { class: 'search-filters', open: wide }, heading, groups, reset);
	return {
		element: panel,
		get value() {
			return Object.fromEntries(
				[...chosen].flatMap(([facet, values]) => (values.size > 0 ? [[facet, [...values]]] : [])),
			);
		},
		set: (filters) => {
			for (const facet of FACETS) chosen.set(facet, new Set(filters[facet] ?? []));
		},
		show: (counts) => {
			const focused =
				document.activeElement instanceof HTMLElement ? document.activeElement.dataset['filter'] : undefined;
			groups.replaceChildren(...FACETS.flatMap((facet) => (counts && group(facet, counts[facet])) ?? []));
			const number = [...chosen.values()].reduce((sum, { size }) => sum + size, 0);
			reset.hidden = number === 0;
			heading.textContent = number === 0 ? text.filters : text.filtersChosen(number);
			if (focused) groups.querySelector<HTMLElement>(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
		},
	};
}
