/**
 * Filters and folds the map. What is chosen is in the address (`?module=sales&health=bad`), so that it can
 * be sent on, and goes with the reader through the map's own links. Other parts of the address stay.
 */
const FIELDS = ['module', 'owner', 'system', 'health'] as const;
type Field = (typeof FIELDS)[number];
type Choice = Partial<Record<Field, string>>;

function readChoice(): Choice {
	const query = new URLSearchParams(location.search);
	return Object.fromEntries(
		FIELDS.flatMap((field) => {
			const value = query.get(field);
			return value ? [[field, value]] : [];
		}),
	);
}

/** The address with the choice in it, whatever else its query holds. */
function withChoice(address: string, choice: Choice): string {
	const url = new URL(address, location.href);
	for (const field of FIELDS) {
		const value = choice[field];
		if (value) url.searchParams.set(field, value);
		else url.searchParams.delete(field);
	}
	return url.pathname + url.search + url.hash;
}

function matches(card: HTMLElement, choice: Choice): boolean {
	return FIELDS.every((field) => {
		const wanted = choice[field];
		return !wanted || (card.dataset[field] ?? '').split('|').includes(wanted);
	});
}

export function wireFilter(map: HTMLElement): void {
	const tools = map.querySelector<HTMLElement>('[data-map-tools]');
	if (!tools) return;
	const choice = readChoice();
	const cards = [...map.querySelectorAll<HTMLElement>('[data-card]')];
	const selects = [...tools.querySelectorAll<HTMLSelectElement>('[data-map-field]')];
	const states = [...tools.querySelectorAll<HTMLButtonElement>('[data-map-health]')];
	const apply = (): void => {
		showCards(map, cards, choice);
		showChoice(tools, selects, states, choice);
		report(map, tools, cards, choice);
		for (const link of map.querySelectorAll<HTMLAnchorElement>('a[data-map-link]')) {
			link.href = withChoice(link.href, choice);
		}
	};
	const choose = (field: Field, value: string): void => {
		if (value) choice[field] = value;
		else delete choice[field];
		history.replaceState(history.state, '', withChoice(location.href, choice));
		apply();
	};
	for (const select of selects) {
		select.addEventListener('change', () => choose(select.dataset['mapField'] as Field, select.value));
	}
	for (const button of states) {
		const value = button.dataset['mapHealth'] ?? '';
		button.addEventListener('click', () => choose('health', choice.health === value ? '' : value));
	}
	tools.querySelector('[data-map-reset]')?.addEventListener('click', () => {
		for (const field of FIELDS) choose(field, '');
		(selects[0] ?? states[0])?.focus();
	});
	wireFolds(map, tools);
	if (Object.keys(choice).length > 0) apply();
}

/** A process with an activity that matches stays; a group without any match steps back, so that the chain keeps its shape. */
function showCards(map: HTMLElement, cards: readonly HTMLElement[], choice: Choice): void {
	const chosen = Object.keys(choice).length > 0;
	for (const card of cards) {
		const inner = [...card.querySelectorAll<HTMLElement>('[data-card]')];
		card.hidden = !matches(card, choice) && !inner.some((each) => matches(each, choice));
	}
	for (const group of map.querySelectorAll<HTMLElement>('[data-group]')) {
		const any = group.querySelector('[data-card]:not([hidden])') !== null;
		group.classList.toggle('is-empty', chosen && !any);
		const fold = group.querySelector('details');
		if (fold && chosen && any) fold.open = true;
	}
}

function showChoice(
	tools: HTMLElement,
	selects: readonly HTMLSelectElement[],
	states: readonly HTMLButtonElement[],
	choice: Choice,
): void {
	for (const select of selects) {
		select.value = choice[select.dataset['mapField'] as Field] ?? '';
		select.toggleAttribute('data-chosen', select.value !== '');
	}
	for (const button of states) {
		button.setAttribute('aria-pressed', String(button.dataset['mapHealth'] === choice.health));
	}
	const reset = tools.querySelector<HTMLElement>('[data-map-reset]');
	if (reset) reset.hidden = Object.keys(choice).length === 0;
}

function report(map: HTMLElement, tools: HTMLElement, cards: readonly HTMLElement[], choice: Choice): void {
	const chosen = Object.keys(choice).length > 0;
	const shown = cards.filter((card) => matches(card, choice)).length;
	const status = tools.querySelector<HTMLElement>('[data-map-status]');
	const numbers = [String(shown), String(cards.length)];
	if (status) {
		status.textContent = chosen
			? (tools.dataset['shown'] ?? '').replace(/0/g, () => numbers.shift() ?? '')
			: '';
	}
	const none = map.querySelector<HTMLElement>('[data-map-none]');
	if (none) none.hidden = !chosen || shown > 0;
}

function wireFolds(map: HTMLElement, tools: HTMLElement): void {
	const button = tools.querySelector<HTMLButtonElement>('[data-map-fold]');
	const folds = [...map.querySelectorAll<HTMLDetailsElement>('.group-fold')];
	if (!button) return;
	const name = button.querySelector('span');
	const anyOpen = (): boolean => folds.some((fold) => fold.open);
	const say = (): void => {
		button.toggleAttribute('data-folded', !anyOpen());
		if (name) name.textContent = (anyOpen() ? button.dataset['collapse'] : button.dataset['expand']) ?? '';
	};
	button.addEventListener('click', () => {
		const open = !anyOpen();
		for (const fold of folds) fold.open = open;
	});
	for (const fold of folds) fold.addEventListener('toggle', say);
	const openTarget = (): void => {
		const id = decodeURIComponent(location.hash.slice(1));
		const fold = id ? document.getElementById(id)?.querySelector<HTMLDetailsElement>('.group-fold') : null;
		if (fold) fold.open = true;
	};
	// On a phone the whole chain is to be seen first.
	if (matchMedia('(max-width: 47.99rem)').matches && folds.length > 3)
		for (const fold of folds) fold.open = false;
	addEventListener('hashchange', openTarget);
	openTarget();
	say();
}
