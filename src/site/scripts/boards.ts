/**
 * Filters the long table of a board. What is chosen is in the address (`?modules=sales&cell=3-4`), so that
 * it can be sent on. A table of several pages is first completed with the rows of the others.
 */
type Choice = Map<string, string>;

interface BoardTable {
	readonly table: HTMLTableElement;
	readonly body: HTMLTableSectionElement;
	/** Addresses of the other pages; empty once their rows are here. */
	pages: readonly string[];
}

function tableOf(): BoardTable | undefined {
	const table = document.querySelector<HTMLTableElement>('table[data-board-rows]');
	const body = table?.tBodies[0];
	if (!table || !body) return undefined;
	return { table, body, pages: JSON.parse(table.dataset['pages'] ?? '[]') as string[] };
}

/** The rows of the other pages, appended in order; after that the table can be sorted as a whole. */
async function complete(board: BoardTable): Promise<void> {
	const addresses = board.pages;
	if (addresses.length === 0) return;
	board.pages = [];
	const texts = await Promise.all(addresses.map(async (address) => (await fetch(address)).text()));
	for (const text of texts) {
		const page = new DOMParser().parseFromString(text, 'text/html');
		const rows = page.querySelector<HTMLTableElement>('table[data-board-rows]')?.tBodies[0]?.rows;
		board.body.append(...(rows ?? []));
	}
	nameCells(board);
	for (const pager of document.querySelectorAll<HTMLElement>('[data-pager]')) pager.hidden = true;
	board.table.dataset['sortable'] = '';
	await import('./sortable.ts');
}

/** Narrow pages show every row as a card, whose values need the names of their columns. */
function nameCells({ table, body }: BoardTable): void {
	const names = [...table.querySelectorAll('thead th')].map((heading) => heading.textContent?.trim() ?? '');
	for (const row of body.rows) {
		for (const [at, cell] of [...row.cells].entries()) {
			if (cell.tagName !== 'TD' || cell.dataset['label']) continue;
			cell.dataset['label'] = names[at] ?? '';
			const value = document.createElement('div');
			value.append(...cell.childNodes);
			cell.append(value);
		}
	}
	table.dataset['cards'] = '';
}

function isShown(row: HTMLTableRowElement, choice: Choice): boolean {
	const facets = JSON.parse(row.dataset['facets'] ?? '{}') as Record<string, readonly string[]>;
	return [...choice].every(([field, value]) => facets[field]?.includes(value));
}

function writeAddress(choice: Choice, fields: readonly string[]): void {
	const url = new URL(location.href);
	for (const field of fields) {
		const value = choice.get(field);
		if (value) url.searchParams.set(field, value);
		else url.searchParams.delete(field);
	}
	history.replaceState(history.state, '', url.pathname + url.search + url.hash);
}

function wire(board: BoardTable): void {
	const bar = document.querySelector<HTMLElement>('[data-board-filters]');
	const selects = [...(bar?.querySelectorAll<HTMLSelectElement>('select[data-field]') ?? [])];
	const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-choose]')];
	const reset = bar?.querySelector<HTMLButtonElement>('[data-board-reset]');
	const status = bar?.querySelector<HTMLElement>('[data-board-status]');
	const names = [
		...selects.map(({ dataset }) => dataset['field'] ?? ''),
		...buttons.map(({ dataset }) => dataset['choose'] ?? ''),
	];
	const fields = [...new Set(names)];
	const query = new URLSearchParams(location.search);
	const choice: Choice = new Map(
		fields.flatMap((field) => {
			const value = query.get(field);
			return value ? [[field, value] as const] : [];
		}),
	);

	function say(shown: number): void {
		if (!status) return;
		const { shown: template = '', total = '', none = '' } = status.dataset;
		// The languages put the two numbers in different orders: the total is the one that is not zero.
		const words = template.replace(total, '\u0000').replace('0', String(shown)).replace('\u0000', total);
		status.textContent = choice.size === 0 ? '' : shown === 0 ? none : words;
	}

	async function apply(): Promise<void> {
		for (const select of selects) select.value = choice.get(select.dataset['field'] ?? '') ?? '';
		for (const button of buttons) {
			const { choose = '', value } = button.dataset;
			button.setAttribute('aria-pressed', String(choice.get(choose) === value));
		}
		if (reset) reset.hidden = choice.size === 0;
		if (choice.size > 0) await complete(board);
		let shown = 0;
		for (const row of board.body.rows) {
			row.hidden = !isShown(row, choice);
			if (!row.hidden) shown++;
		}
		say(shown);
	}

	function choose(field: string, value: string): void {
		if (value) choice.set(field, value);
		else choice.delete(field);
		writeAddress(choice, fields);
		void apply();
	}

	for (const select of selects) {
		select.addEventListener('change', () => choose(select.dataset['field'] ?? '', select.value));
	}
	for (const button of buttons) {
		const { choose: field = '', value = '' } = button.dataset;
		button.addEventListener('click', () => choose(field, choice.get(field) === value ? '' : value));
	}
	reset?.addEventListener('click', () => {
		choice.clear();
		writeAddress(choice, fields);
		void apply();
		selects[0]?.focus();
	});
	document.querySelector('[data-board-all]')?.addEventListener('click', () => void complete(board));
	nameCells(board);
	if (choice.size > 0) void apply();
}

/** On a narrow page the row of boards is longer than the screen. */
function showCurrent(nav: HTMLElement): void {
	const current = nav.querySelector<HTMLElement>('[aria-current]');
	if (current) nav.scrollLeft = current.offsetLeft + current.offsetWidth / 2 - nav.clientWidth / 2;
}

const nav = document.querySelector<HTMLElement>('.board-nav');
if (nav) showCurrent(nav);

/** On a narrow page the calendar is longer than the screen, and its last days are those that matter. */
const calendar = document.querySelector('.heat-map')?.parentElement;
if (calendar) calendar.scrollLeft = calendar.scrollWidth;

const board = tableOf();
if (board) wire(board);

export {};
