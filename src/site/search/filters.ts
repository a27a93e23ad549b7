import { FACETS, type Facet, type Filters, type SearchAnswer } from '../../search/query/result.ts';
import { element } from './element.ts';
import type { SearchSettings } from './settings.ts';
import type { SearchText } from './text.ts';

/** The filters beside a list of results. */
export interface FilterPanel {
	readonly element: HTMLElement;
	readonly value: Filters;
	set(filters: Filters): void;
	/** Shows the values that occur, with their numbers. */
	show(counts: SearchAnswer['counts']): void;
}

/** `changed` is called after each choice of the reader. */
export function createFilterPanel(
	settings: SearchSettings,
	text: SearchText,
	changed: () => void,
): FilterPanel {
	const chosen = new Map<Facet, Set<string>>(FACETS.map((facet) => [facet, new Set()]));
	const groups = element('div', { class: 'search-groups' });
	const reset = element(
		'button',
		{ type: 'button', class: 'search-plain-button', hidden: true },
		text.resetFilters,
	);
	reset.addEventListener('click', () => {
		for (const values of chosen.values()) values.clear();
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
	return {
		element: element(
			'div',
			{ class: 'search-filters', role: 'group', 'aria-label': text.filters },
			groups,
			reset,
		),
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
			groups.replaceChildren(...FACETS.flatMap((facet) => group(facet, counts[facet]) ?? []));
			reset.hidden = ![...chosen.values()].some(({ size }) => size > 0);
			if (focused) groups.querySelector<HTMLElement>(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
		},
	};
}
