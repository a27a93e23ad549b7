import { createDialog, type SearchDialog } from './dialog.ts';
import type { SearchSettings } from './settings.ts';

let dialog: SearchDialog | undefined;

/** What the page wrote for the search scripts; undefined on a page without search. */
export function readSettings(): SearchSettings | undefined {
	const holder = document.querySelector<HTMLElement>('[data-search-settings]');
	return holder?.dataset['searchSettings']
		? (JSON.parse(holder.dataset['searchSettings']) as SearchSettings)
		: undefined;
}

/**
 * Builds the dialog when it is first called for; the index is loaded from then on. The dialog's own
 * script is small and comes with the page, so that nothing typed right after the shortcut is lost.
 */
function dialogOf(): SearchDialog | undefined {
	const settings = readSettings();
	if (settings) dialog ??= createDialog(settings);
	return dialog;
}

function open(event: Event): void {
	const ready = dialogOf();
	if (!ready) return;
	event.preventDefault();
	ready.open();
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
	// The hand on its way to the field is time enough to fetch the index.
	for (const sign of ['pointerenter', 'focusin']) {
		trigger.addEventListener(sign, () => dialogOf(), { once: true });
	}
}
