import type { Repository } from '../../../model/index.ts';
import type { RunText } from '../../i18n/run/en.ts';
import { element } from '../../search/element.ts';
import { saveText } from '../../search/save-text.ts';
import type { Prefilled } from './address.ts';

/** A text on its way out of the page: as a file, by the clipboard, or in the repository's own page. */
export interface Delivery {
	readonly fileName: string;
	/** Where the file belongs; '' for a text that belongs nowhere. */
	readonly path: string;
	readonly content: string;
	readonly address: Prefilled | undefined;
}

export interface DeliveryWords {
	readonly saved: (path: string) => string;
	readonly copied: (path: string) => string;
	readonly open: (platform: string) => string;
	readonly opened: string;
	readonly openedPaste: string;
}

/**
 * Buttons that hand a text over. `current` answers with undefined while something is missing, and has then
 * said so; `done` hears that the text has left.
 */
export function createDelivery(
	text: RunText,
	words: DeliveryWords,
	repository: Repository | undefined,
	current: () => Delivery | undefined,
	done: () => void,
): { readonly element: HTMLElement; refresh(preview: Delivery): void; say(words: string): void } {
	const said = element('p', { class: 'deliver-said', role: 'status' });
	const path = element('p', { class: 'deliver-path quiet' });
	const save = element('button', { type: 'button', class: 'run-button main' }, text.download);
	const copy = element('button', { type: 'button', class: 'run-button' }, text.copyFile);
	const open = element('a', { class: 'run-button', target: '_blank', rel: 'noopener noreferrer' });
	open.textContent = words.open(text.platforms[repository?.provider ?? 'custom']);
	open.hidden = true;

	save.addEventListener('click', () => {
		const delivery = current();
		if (!delivery) return;
		saveText(delivery.fileName, 'text/markdown;charset=utf-8', delivery.content);
		said.textContent = words.saved(delivery.path);
		done();
	});
	copy.addEventListener('click', async () => {
		const delivery = current();
		if (!delivery) return;
		const isCopied = await toClipboard(delivery.content);
		said.textContent = isCopied ? words.copied(delivery.path) : text.copyFailed;
		if (isCopied) done();
	});
	open.addEventListener('click', (event) => {
		const delivery = current();
		if (!delivery?.address) {
			event.preventDefault();
			return;
		}
		open.href = delivery.address.url;
		const { carries } = delivery.address;
		if (carries === 'all') said.textContent = words.opened;
		else {
			// Before the new tab takes the focus, and with it the right to the clipboard.
			void toClipboard(delivery.content).then((isCopied) => {
				if (!isCopied) said.textContent = text.copyFailed;
			});
			said.textContent = carries === 'perhaps' ? text.openedCheck : words.openedPaste;
		}
		done();
	});
	return {
		element: element(
			'div',
			{ class: 'deliver' },
			path,
			element('p', { class: 'run-actions' }, save, copy, open),
			said,
			repository ? undefined : element('p', { class: 'quiet deliver-hint' }, text.noRepository),
		),
		refresh: (preview) => {
			path.textContent = preview.path === '' ? '' : text.putAt(preview.path);
			open.hidden = preview.address === undefined;
			if (preview.address) open.href = preview.address.url;
			said.textContent = '';
		},
		say: (message) => {
			said.textContent = message;
		},
	};
}

async function toClipboard(content: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(content);
		return true;
	} catch {
		return false;
	}
}
