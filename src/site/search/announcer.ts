import { element } from './element.ts';

/** Says counts to screen readers once typing pauses. */
export interface Announcer {
	readonly element: HTMLElement;
	say(message: string): void;
}

const PAUSE_MS = 600;

export function createAnnouncer(): Announcer {
	const region = element('p', { class: 'search-announcer', role: 'status', 'aria-live': 'polite' });
	let timer = 0;
	return {
		element: region,
		say: (message) => {
			clearTimeout(timer);
			timer = window.setTimeout(() => {
				region.textContent = message;
			}, PAUSE_MS);
		},
	};
}
