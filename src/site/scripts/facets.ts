import { createListing, type Listing, type Row } from './facet-rows.ts';

/** Filters a listing. The state is in the address: `?severity=S1,S2&q=…`, so that it can be sent on. */
interface State {
	readonly fields: Map<string, Set<string>>;
	text: string;
}

function readState(): State {
	const fields = new Map<string, Set<string>>();
	const query = new URLSearchParams(location.search);
	for (const [field, values] of query) if (field !== 'q') fields.set(field, new Set(values.split(',')));
	return { fields, text: query.get('q') ?? '' };
}

function writeState(state: State): void {
	const query = new URLSearchParams();
	for (const [field, values] of state.fields) if (values.size > 0) query.set(field, [...values].join(','));
	if (state.text) query.set('q', state.text);
	const search = query.toString().replaceAll('%2C', ',');
	history.replaceState(null, '', search ? `?${search}` : location.pathname);
}

/** Whether a row passes all fields but `except`: the count of a value shows what choosing it would give. */
function passes(row: Row, state: State, words: readonly string[], except?: string): boolean {
	for (const [field, wanted] of state.fields) {
		if (field === except || wanted.size === 0) continue;
		if (!row.facets[field]?.some((value) => wanted.has(value))) return false;
	}
	return words.every((word) => row.text.includes(word));
}

function wire(panel: HTMLElement): void {
	const state = readState();
	const input = panel.querySelector<HTMLInputElement>('[data-facet-text]');
	const reset = panel.querySelector<HTMLElement>('[data-facet-reset]');
	const buttons = [...panel.querySelectorAll<HTMLButtonElement>('[data-field]')];
	let listing: Promise<Listing> | undefined;
	const active = (): boolean =>
		state.text !== '' || [...state.fields.values()].some((values) => values.size > 0);

	async function apply(): Promise<void> {
		writeState(state);
		if (!active() && !listing) return;
		listing ??= createListing(panel);
		const { rows, show } = await listing;
		const words = state.text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
		for (const button of buttons) {
			const { field = '', value = '' } = button.dataset;
			const pressed = state.fields.get(field)?.has(value) ?? false;
			button.setAttribute('aria-pressed', String(pressed));
			const count = rows.filter(
				(row) => row.facets[field]?.includes(value) && passes(row, state, words, field),
			).length;
			const shown = button.querySelector('.count');
			if (shown) shown.textContent = String(count);
			button.toggleAttribute('data-empty', count === 0 && !pressed);
		}
		if (reset) reset.hidden = !active();
		show(active() ? rows.filter((row) => passes(row, state, words)) : undefined);
	}

	for (const button of buttons) {
		button.addEventListener('click', () => {
			const { field = '', value = '' } = button.dataset;
			const values = state.fields.get(field) ?? new Set();
			if (!values.delete(value)) values.add(value);
			state.fields.set(field, values);
			void apply();
		});
	}
	input?.addEventListener('input', () => {
		state.text = input.value.trim();
		void apply();
	});
	reset?.addEventListener('click', () => {
		state.fields.clear();
		state.text = '';
		if (input) input.value = '';
		void apply();
	});
	if (input) input.value = state.text;
	// Above a list on a narrow page, open facets would hide the list.
	if (matchMedia('(max-width: 55.99rem)').matches) {
		for (const box of panel.querySelectorAll('details')) box.open = false;
	}
	if (active()) void apply();
}

for (const panel of document.querySelectorAll<HTMLElement>('[data-facets]')) wire(panel);
