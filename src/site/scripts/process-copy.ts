import { overlayParent } from './site-root.ts';

/** A copy of `button` that puts `text` on the clipboard and says so. */
export function copyInto(button: HTMLElement, text: string): HTMLElement {
	const made = button.cloneNode(true);
	if (!(made instanceof HTMLElement)) return button;
	made.addEventListener('click', () => {
		navigator.clipboard.writeText(text).then(
			() => {
				made.dataset['state'] = 'done';
				made.setAttribute('aria-label', overlayParent().dataset['copied'] ?? '');
				setTimeout(() => {
					delete made.dataset['state'];
					made.setAttribute('aria-label', made.title);
				}, 1600);
			},
			() => undefined,
		);
	});
	return made;
}
