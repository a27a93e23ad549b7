import type { EntryData } from '../plan/facet-data.ts';

export interface Row {
	readonly facets: Readonly<Record<string, readonly string[]>>;
	/** Folded title, number and summary. */
	readonly text: string;
	readonly element: () => HTMLElement;
}

export interface Listing {
	readonly rows: readonly Row[];
	/** Shows these rows; undefined: the page as it was. */
	show(rows: readonly Row[] | undefined): void;
}

/** Drawn at once; more on demand. */
const BATCH = 200;

/** The rows of the page, or of the whole listing where the page shows only a part of it. */
export async function createListing(panel: HTMLElement): Promise<Listing> {
	const source = panel.dataset['source'];
	const rows = source ? await loadRows(source) : pageRows();
	const groups = document.querySelector<HTMLElement>('[data-groups]');
	const status = document.querySelector<HTMLElement>('[data-facet-status]');
	const none = document.querySelector<HTMLElement>('[data-no-match]');
	const results = document.createElement('ul');
	results.className = 'entries';
	const more = make('button', 'show-more', panel.dataset['more']);
	if (source) groups?.after(results, more);
	const say = (count: number | undefined): void => {
		if (none) none.hidden = count !== 0;
		if (!status) return;
		status.hidden = count === undefined;
		const template = panel.dataset['shown'] ?? '';
		const numbers = [String(count ?? 0), panel.dataset['total'] ?? ''];
		status.textContent = template.replace(/0/g, () => numbers.shift() ?? '');
	};
	return {
		rows,
		show: (shown) => {
			say(shown?.length);
			if (source) showResults(results, more, groups, shown);
			else showInPlace(rows, shown);
		},
	};
}

function showInPlace(rows: readonly Row[], shown: readonly Row[] | undefined): void {
	const visible = shown && new Set(shown);
	for (const row of rows) row.element().hidden = visible ? !visible.has(row) : false;
	for (const group of document.querySelectorAll<HTMLElement>('[data-group]')) {
		group.hidden = !group.querySelector('[data-entry]:not([hidden])');
	}
}

function showResults(
	results: HTMLElement,
	more: HTMLElement,
	groups: HTMLElement | null,
	shown: readonly Row[] | undefined,
): void {
	if (groups) groups.hidden = shown !== undefined;
	for (const pager of document.querySelectorAll<HTMLElement>('[data-pager]'))
		pager.hidden = shown !== undefined;
	const rows = [...(shown ?? [])];
	const draw = (): void => {
		results.append(...rows.splice(0, BATCH).map((row) => row.element()));
		more.hidden = rows.length === 0;
	};
	results.replaceChildren();
	more.onclick = draw;
	draw();
}

function pageRows(): Row[] {
	return [...document.querySelectorAll<HTMLElement>('[data-entry]')].map((element) => ({
		facets: JSON.parse(element.dataset['entry'] ?? '{}') as Row['facets'],
		text: fold(element.textContent ?? ''),
		element: () => element,
	}));
}

async function loadRows(source: string): Promise<Row[]> {
	const entries = (await (await fetch(source)).json()) as EntryData[];
	return entries.map((entry) => ({
		facets: entry.facets,
		text: fold(`${entry.title} ${entry.id} ${entry.summary}`),
		element: () => drawEntry(entry),
	}));
}

function drawEntry(entry: EntryData): HTMLElement {
	const link = make('a', 'entry-title', entry.title) as HTMLAnchorElement;
	link.href = entry.href;
	if (entry.lang) {
		link.lang = entry.lang;
		link.dataset['lang'] = entry.lang;
	}
	const marks = make('span', 'entry-marks');
	for (const [tone, label] of entry.marks) marks.append(make('span', `badge tone-${tone}`, label), ' ');
	if (entry.id) marks.append(make('span', 'doc-id', entry.id));
	const row = make('li', 'entry');
	row.append(link, ' ', marks);
	if (entry.summary) row.append(make('p', 'entry-summary', entry.summary));
	return row;
}

function make(tag: string, className: string, text = ''): HTMLElement {
	const element = document.createElement(tag);
	element.className = className;
	element.textContent = text;
	return element;
}

function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}
