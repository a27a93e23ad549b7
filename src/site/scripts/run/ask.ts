import { element } from '../../search/element.ts';
import { overlayParent } from '../site-root.ts';

export interface Answer {
	readonly label: string;
	readonly value: string;
	readonly tone?: 'danger' | 'main';
}

/** Asks in a dialog; resolves with the answer's value, '' when it was dismissed. Focus goes back to where it was. */
export function ask(
	title: string,
	body: readonly (Node | string)[],
	answers: readonly Answer[],
	options: { readonly wide?: boolean; readonly check?: (value: string) => boolean } = {},
): Promise<string> {
	const before = document.activeElement;
	const heading = element('h2', { id: '_ask-title' }, title);
	const buttons = element('div', { class: 'ask-answers' });
	for (const { label, value, tone } of answers) {
		buttons.append(
			element('button', { class: `run-button ${tone ?? ''}`.trim(), value, type: 'submit' }, label),
		);
	}
	// Enter in a field of the body gives the first answer.
	const form = element('form', { method: 'dialog' }, ...body, buttons);
	const dialog = element(
		'dialog',
		{ class: options.wide ? 'ask ask-wide' : 'ask', 'aria-labelledby': heading.id },
		heading,
		form,
	);
	overlayParent().append(dialog);
	return new Promise((resolve) => {
		form.addEventListener('submit', (event) => {
			const value = event.submitter instanceof HTMLButtonElement ? event.submitter.value : '';
			if (options.check && !options.check(value)) event.preventDefault();
		});
		dialog.addEventListener('close', () => {
			const answer = dialog.returnValue;
			dialog.remove();
			if (before instanceof HTMLElement && before.isConnected) before.focus();
			resolve(answer);
		});
		dialog.addEventListener('click', (event) => {
			if (event.target === dialog) dialog.close();
		});
		dialog.showModal();
	});
}
