import { element } from './element.ts';
import type { SearchText } from './text.ts';

/** What the reader asks: typed words, pasted lines, or both. */
export interface Question {
	readonly element: HTMLElement;
	readonly value: string;
	set(value: string): void;
	focus(): void;
}

const PASTE_LENGTH = 200;
const SHOWN_LINES = 4;

/**
 * A field of one line that takes many: a paste of several lines is kept beside it, since the field itself would join them.
 * `changed` hears every change.
 */
export function createQuestion(input: HTMLInputElement, text: SearchText, changed: () => void): Question {
	let paste = '';
	const title = element('span', { class: 'search-paste-title' });
	const lines = element('pre', { class: 'search-paste-lines' });
	const remove = element('button', { type: 'button', class: 'search-plain-button' }, text.removePaste);
	const block = element('div', { class: 'search-paste', hidden: true }, title, remove, lines);
	const setPaste = (value: string): void => {
		paste = value;
		const all = value.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
		block.hidden = value === '';
		title.textContent = text.paste(all.length);
		lines.textContent = all.slice(0, SHOWN_LINES).join('\n') + (all.length > SHOWN_LINES ? '\n…' : '');
	};
	input.addEventListener('input', changed);
	input.addEventListener('paste', (event) => {
		const pasted = event.clipboardData?.getData('text/plain') ?? '';
		if (!/\n./.test(pasted.trim()) && pasted.length < PASTE_LENGTH) return;
		event.preventDefault();
		setPaste(pasted);
		changed();
	});
	remove.addEventListener('click', () => {
		setPaste('');
		input.focus();
		changed();
	});
	return {
		element: block,
		get value() {
			return [input.value.trim(), paste].filter(Boolean).join('\n');
		},
		set: (value) => {
			const long = /\n./.test(value.trim()) || value.length >= PASTE_LENGTH;
			input.value = long ? '' : value;
			setPaste(long ? value : '');
		},
		focus: () => {
			input.focus();
			input.select();
		},
	};
}
