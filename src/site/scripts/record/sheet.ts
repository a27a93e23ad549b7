import { element } from '../../search/element.ts';
import { overlayParent, siteRoot } from '../site-root.ts';

/** A dialog over the whole page, for a form that needs room. Esc and the cross close it; focus goes back. */
export function openSheet(
	title: string,
	lead: string,
	closeLabel: string,
): { readonly body: HTMLElement; close(): void } {
	const before = document.activeElement;
	const cross = element('button', { type: 'button', class: 'icon-button', 'aria-label': closeLabel }, '×');
	const body = element('div', { class: 'sheet-body' });
	const dialog = element(
		'dialog',
		{ class: 'sheet', 'aria-labelledby': '_sheet-title' },
		element(
			'header',
			{ class: 'sheet-head' },
			element(
				'div',
				{},
				element('h2', { id: '_sheet-title' }, title),
				element('p', { class: 'quiet' }, lead),
			),
			cross,
		),
		body,
	);
	cross.addEventListener('click', () => dialog.close());
	dialog.addEventListener('close', () => {
		dialog.remove();
		siteRoot().removeAttribute('data-sheet');
		if (before instanceof HTMLElement && before.isConnected) before.focus();
	});
	overlayParent().append(dialog);
	siteRoot().setAttribute('data-sheet', '');
	dialog.showModal();
	return { body, close: () => dialog.close() };
}
