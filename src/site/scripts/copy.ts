import { overlayParent } from './site-root.ts';

/** Labels come from the page, in the page's language. */
function words(): { copy: string; copied: string } {
	const { copy = '', copied = '' } = overlayParent().dataset;
	return { copy, copied };
}

function copyText(text: string, button: HTMLElement): void {
	const done = (): void => {
		button.dataset['state'] = 'done';
		button.setAttribute('aria-label', words().copied);
		setTimeout(() => {
			delete button.dataset['state'];
			button.setAttribute('aria-label', button.title);
		}, 1600);
	};
	navigator.clipboard?.writeText(text).then(done, () => undefined);
}

/** A copy button on every code block. */
export function addCopyButtons(): void {
	if (!navigator.clipboard) return;
	for (const pre of document.querySelectorAll<HTMLPreElement>('.prose pre')) {
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'copy-code';
		button.title = words().copy;
		button.setAttribute('aria-label', words().copy);
		const copy = (): void =>
			copyText(pre.querySelector('code')?.textContent ?? pre.textContent ?? '', button);
		button.addEventListener('click', () => {
			// A followed runbook may have a question first.
			const request = new CustomEvent('mainstay:copy', { bubbles: true, cancelable: true, detail: { copy } });
			if (pre.dispatchEvent(request)) copy();
		});
		frameOf(pre).append(button);
	}
}

/** The box around a code block; made where the body came without one. */
function frameOf(pre: HTMLPreElement): Element {
	const frame = pre.closest('.code');
	if (frame) return frame;
	const made = document.createElement('div');
	made.className = 'code';
	pre.replaceWith(made);
	made.append(pre);
	// A box that scrolls can be reached and scrolled with the keyboard.
	pre.tabIndex = 0;
	return made;
}

/** The button beside a document's number copies its permanent address. */
export function wireCopyLink(): void {
	for (const button of document.querySelectorAll<HTMLElement>('[data-copy-link]')) {
		button.addEventListener('click', () => copyText(new URL(location.pathname, location.href).href, button));
	}
}
