/**
 * Narrows tables by a text and by selects; the state stands in the address (`?q=…&modules=…`). Rows carry
 * the values of a field as words in `data-<field>`. Columns marked `data-optional` hide when nothing that is
 * shown has an entry in them.
 */
function wire(form: HTMLElement): void {
	const table = document.querySelector<HTMLTableElement>(form.dataset['tableFilter'] ?? '');
	const body = table?.tBodies[0];
	if (!table || !body) return;
	const rows = [...body.rows].map((row) => ({ row, text: fold(row.cells[0]?.textContent ?? '') }));
	const input = form.querySelector<HTMLInputElement>('input[type="search"]');
	const selects = [...form.querySelectorAll<HTMLSelectElement>('select')];
	const status = form.querySelector<HTMLElement>('[role="status"]');
	const query = new URLSearchParams(location.search);
	if (input) input.value = query.get('q') ?? '';
	for (const select of selects) {
		const wanted = query.get(select.name) ?? '';
		if ([...select.options].some(({ value }) => value === wanted)) select.value = wanted;
	}

	function apply(): void {
		const words = fold(input?.value ?? '')
			.split(/\s+/)
			.filter(Boolean);
		const fields = selects.filter(({ value }) => value !== '');
		const passes = (row: HTMLTableRowElement): boolean =>
			fields.every(({ name, value }) => (row.dataset[name] ?? '').split(' ').includes(value));
		let shown = 0;
		for (const { row, text } of rows) {
			row.hidden = !(words.every((word) => text.includes(word)) && passes(row));
			if (!row.hidden) shown++;
		}
		if (table) hideEmptyColumns(table, words.length + fields.length > 0);
		say(shown, words.length + fields.length > 0);
	}

	function say(shown: number, narrowed: boolean): void {
		if (!status) return;
		const { shown: text = '', none = '' } = status.dataset;
		const said = shown === 0 ? none : text.replace('{n}', String(shown));
		status.textContent = narrowed ? said : '';
	}

	function remember(): void {
		const state = new URLSearchParams();
		if (input?.value) state.set('q', input.value);
		for (const { name, value } of selects) if (value) state.set(name, value);
		const search = state.toString();
		history.replaceState(null, '', (search ? `?${search}` : location.pathname) + location.hash);
	}

	form.addEventListener('input', () => {
		apply();
		remember();
	});
	apply();
}

function hideEmptyColumns(table: HTMLTableElement, narrowed: boolean): void {
	const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
	const rows = [...table.rows];
	for (const [at, heading] of headings.entries()) {
		if (!('optional' in heading.dataset)) continue;
		const used = rows.some((row, index) => index > 0 && !row.hidden && row.cells[at]?.childElementCount);
		const hidden = narrowed && !used;
		if (heading.hidden === hidden) continue;
		for (const row of rows) {
			const cell = row.cells[at];
			if (cell) cell.hidden = hidden;
		}
	}
}

function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase().trim();
}

for (const form of document.querySelectorAll<HTMLElement>('[data-table-filter]')) wire(form);
