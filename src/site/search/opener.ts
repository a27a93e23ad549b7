import type { SearchDialog } from './dialog.ts';
import type { SearchSettings } from './settings.ts';

let dialog: Promise<SearchDialog> | undefined;

/** What the page wrote for the search scripts; undefined on a page without search. */
export function readSettings(): SearchSettings | undefined {
	const holder = document.querySelector<HTMLElement>('[data-search-settings]');
	return holder?.dataset['searchSettings']
		? (JSON.parse(holder.dataset['searchSettings']) as SearchSettings)
		: undefined;
}

/** Nothing of the search is loaded before this is called for the first time. */
function load(): Promise<SearchDialog> | undefined {
	const settings = readSettings();
	if (!settings) return undefined;
	dialog ??= import('./dialog.ts').then(({ createDialog }) => createDialog(settings));
	return dialog;
}

function open(event: Event): void {
	const loading = load();
	if (!loading) return;
	event.preventDefault();
	// Scripts that cannot be fetched must not leave a dead link.
	loading.then(
		(loaded) => loaded.open(),
		() => location.assign(readSettings()?.page ?? '/'),
	);
}

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
	);
}

document.addEventListener('keydown', (event) => {
	const control =
		(event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
	const slash =
		event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
	if (control || slash) open(event);
});

document.addEventListener('click', (event) => {
	const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
	if (plain && event.target instanceof Element && event.target.closest('[data-search-open]')) open(event);
});

for (const trigger of document.querySelectorAll('[data-search-open]')) {
	// The hand on its way to the field is time enough to fetch the script.
	for (const sign of ['pointerenter', 'focusin'])
		trigger.addEventListener(sign, () => void load(), { once: true });
}
