import type { SearchResult } from '../../search/query/result.ts';
import { element } from './element.ts';
import type { SearchText } from './text.ts';

/** What the reader asks: typed words, pasted lines, or both. */
export interface Question {
	readonly element: HTMLElement;
	readonly value: string;
	/** Line of the paste, from 1, for a line of `value`; undefined for what was typed. */
	lineOf(line: number): number | undefined;
	set(value: string): void;
	/** Shows the pasted lines by which these results were found. */
	recognise(results: readonly SearchResult[]): void;
	focus(): void;
}

const PASTE_LENGTH = 200;
const SHOWN_LINES = 4;
/** Results that follow are found by chance more often than by their line. */
const TELLING = 3;
const LONGEST_LINE = 300;

/**
 * A field of one line that takes many: a paste of several lines is kept beside it, since the field itself would join them.
 * `changed` hears every change.
 */
export function createQuestion(input: HTMLInputElement, text: SearchText, changed: () => void): Question {
	let paste = '';
	const title = element('span', { class: 'search-paste-title' });
	const lines = element('ul', { class: 'search-paste-lines' });
	const rest = element('p', { class: 'search-quiet' });
	const remove = element('button', { type: 'button', class: 'search-plain-button' }, text.removePaste);
	const block = element('div', { class: 'search-paste', hidden: true }, title, remove, lines, rest);
	const draw = (recognised: ReadonlySet<number>): void => {
		const all = paste.split(/\r\n|\n|\r/).map((line, at) => ({ line: line.trim(), number: at + 1 }));
		const written = all.filter(({ line }) => line !== '');
		const known = written.filter(({ number }) => recognised.has(number));
		const shown = (known.length > 0 ? known : written).slice(0, SHOWN_LINES);
		title.textContent = `${text.paste(written.length)}${known.length > 0 ? ` · ${text.pasteMatched}` : ''}`;
		lines.replaceChildren(
			...shown.map(({ line, number }) =>
				element(
					'li',
					{ class: recognised.has(number) ? 'search-known' : undefined },
					element('span', { class: 'count' }, String(number)),
					element('code', {}, line.slice(0, LONGEST_LINE)),
				),
			),
		);
		rest.textContent = written.length > shown.length ? text.pasteMore(written.length - shown.length) : '';
	};
	const setPaste = (value: string): void => {
		paste = value;
		block.hidden = value === '';
		draw(new Set());
	};
	const typedLines = (): number => (input.value.trim() === '' ? 0 : 1);
	const lineOf = (line: number): number | undefined =>
		line > typedLines() ? line - typedLines() : undefined;
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
		lineOf,
		set: (value) => {
			const long = /\n./.test(value.trim()) || value.length >= PASTE_LENGTH;
			input.value = long ? '' : value;
			setPaste(long ? value : '');
		},
		recognise: (results) => {
			if (paste === '') return;
			const found = results
				.slice(0, TELLING)
				.flatMap(({ reasons }) => reasons.flatMap(({ line }) => (line ? (lineOf(line) ?? []) : [])));
			draw(new Set(found));
		},
		focus: () => {
			input.focus();
			input.select();
		},
	};
}
