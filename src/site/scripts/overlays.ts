import { siteRoot } from './site-root.ts';

/**
 * Lays one overlay over a drawing or the map. Which one is in the address, `?overlay=incidents`, so that
 * it can be sent on and the back button undoes a choice; links to processes and to the map carry it along.
 */
const PARAMETER = 'overlay';
const root = siteRoot();
const choices = [...document.querySelectorAll<HTMLAnchorElement>('[data-overlay-choice]')];
const facts = [...document.querySelectorAll<HTMLDetailsElement>('[data-overlay-facts]')];

/** '' when none is chosen, or one that this page does not have. */
function chosen(): string {
	const name = new URLSearchParams(location.search).get(PARAMETER) ?? '';
	return choices.some((choice) => choice.dataset['overlayChoice'] === name) ? name : '';
}

/** An address with the overlay in its query; everything else of it stays. */
function withOverlay(address: string, name: string): URL {
	const url = new URL(address, location.href);
	if (name) url.searchParams.set(PARAMETER, name);
	else url.searchParams.delete(PARAMETER);
	return url;
}

/** Opens the facts and the cells of a chosen column, and closes what was opened for the one before. */
function showColumn(name: string): void {
	for (const box of facts) {
		if (name) box.open = true;
		for (const cell of box.querySelectorAll<HTMLDetailsElement>('td > details')) {
			cell.open = (cell.parentElement?.dataset['column'] ?? '') === name && name !== '';
		}
	}
}

/** On the map the marks are copies of those in the table: every process of it carries its number once. */
function markMap(name: string): void {
	const table = document.querySelector('[data-overlay-sums]');
	if (!table) return;
	const cells = new Map<string, Element | null>();
	for (const row of table.querySelectorAll<HTMLElement>('tr[data-row]')) {
		cells.set(row.dataset['row'] ?? '', row.querySelector(`td[data-column="${name}"] .overlay-words`));
	}
	for (const place of document.querySelectorAll<HTMLElement>('[data-process]')) {
		// Ways to the neighbours: the table does not know them, and one mark alone would say that they have none.
		if (place.closest('nav')) continue;
		const words = name ? cells.get(place.dataset['process'] ?? '') : undefined;
		const copies = [...(words?.childNodes ?? [])].map((node) => node.cloneNode(true));
		const marks = place.querySelector<HTMLElement>('.process-marks');
		marks?.replaceChildren(...copies);
		if (marks) marks.title = words?.textContent?.trim() ?? '';
	}
}

/** On a phone the choices stand in one row that scrolls; the chosen one is to be seen. */
function showChoice(): void {
	const item = choices.find((choice) => choice.hasAttribute('aria-current'))?.parentElement;
	const row = item?.parentElement;
	if (item && row)
		row.scrollLeft = item.offsetLeft - row.offsetLeft - (row.clientWidth - item.clientWidth) / 2;
}

function apply(): void {
	const name = chosen();
	if (name) root.dataset['overlay'] = name;
	else delete root.dataset['overlay'];
	for (const choice of choices) {
		const own = choice.dataset['overlayChoice'] ?? '';
		choice.href = withOverlay(location.href.replace(/#.*$/, ''), own).href;
		if (own === name) choice.setAttribute('aria-current', 'true');
		else choice.removeAttribute('aria-current');
	}
	showChoice();
	showColumn(name);
	markMap(name);
}

function choose(event: MouseEvent, choice: HTMLElement): void {
	// A new tab, a new window or a download is the browser's business.
	if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
	event.preventDefault();
	const name = choice.dataset['overlayChoice'] ?? '';
	if (name === chosen()) return;
	history.pushState(null, '', withOverlay(location.href, name));
	apply();
}

/** Links to processes and to the map take the overlay along, whoever made them. */
function carry(event: Event): void {
	const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
	const href = link?.getAttribute('href');
	if (!link || !href || href.startsWith('#') || link.hasAttribute('data-overlay-choice')) return;
	const base = root.dataset['base'] ?? '/';
	const url = withOverlay(href, chosen());
	const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length - 1) : '';
	if (url.origin !== location.origin || !/^(\/[\w-]+)?\/(d\/PR-[^/]+|map(\/[^/]+)?)\/$/.test(path)) return;
	link.setAttribute('href', url.pathname + url.search + url.hash);
}

for (const choice of choices) choice.addEventListener('click', (event) => choose(event, choice));
for (const type of ['click', 'auxclick', 'contextmenu']) document.addEventListener(type, carry, true);
addEventListener('popstate', apply);
apply();
