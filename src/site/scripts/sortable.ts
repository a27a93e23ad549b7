/**
 * Tables that can be sorted by each column: a button in every heading turns largest first, smallest first,
 * and back to the order in which the rows were written.
 */
type Direction = 'ascending' | 'descending';

interface Column {
	readonly heading: HTMLElement;
	readonly at: number;
	readonly numeric: boolean;
	readonly name: string;
}

function wire(table: HTMLTableElement): void {
	const body = table.tBodies[0];
	if (!body) return;
	const written = [...body.rows];
	const status = table.parentElement?.querySelector<HTMLElement>('[data-sort-status]');
	const collator = new Intl.Collator(table.closest('[lang]')?.getAttribute('lang') ?? 'en', {
		numeric: true,
	});
	let sorted: { column: Column; direction: Direction } | undefined;

	const columns = [...table.querySelectorAll<HTMLElement>('thead th')].flatMap((heading, at): Column[] => {
		const { sort } = heading.dataset;
		return sort ? [{ heading, at, numeric: sort === 'number', name: heading.textContent ?? '' }] : [];
	});

	function sortRows(): HTMLTableRowElement[] {
		if (!sorted) return written;
		const { column, direction } = sorted;
		const sortValue = (row: HTMLTableRowElement): string => row.cells[column.at]?.dataset['value'] ?? '';
		const turn = direction === 'ascending' ? 1 : -1;
		const compare = column.numeric
			? (a: string, b: string): number => Number(a) - Number(b)
			: collator.compare;
		return [...written].sort((a, b) => turn * compare(sortValue(a), sortValue(b)));
	}

	/** Numbers are asked for from the top, names from A. */
	function next(column: Column): Direction | undefined {
		const order: Direction[] = column.numeric ? ['descending', 'ascending'] : ['ascending', 'descending'];
		if (sorted?.column !== column) return order[0];
		return sorted.direction === order[0] ? order[1] : undefined;
	}

	function sortBy(column: Column): void {
		const direction = next(column);
		sorted = direction && { column, direction };
		body?.append(...sortRows());
		for (const { heading } of columns) heading.removeAttribute('aria-sort');
		if (direction) column.heading.setAttribute('aria-sort', direction);
		if (!status) return;
		const { up = '', down = '', none = '' } = status.dataset;
		const said = direction === 'ascending' ? up : direction ? down : none;
		status.textContent = said.replace('{}', column.name);
	}

	for (const column of columns) {
		const button = document.createElement('button');
		button.type = 'button';
		button.title = status?.dataset['hint'] ?? '';
		button.append(...column.heading.childNodes);
		button.addEventListener('click', () => sortBy(column));
		column.heading.append(button);
	}
}

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) wire(table);

export {};
