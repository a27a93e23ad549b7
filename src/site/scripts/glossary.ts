/** Narrows the glossary to the terms that contain what is typed. */
export function wireGlossaryFilter(field: HTMLInputElement, status: HTMLElement): void {
	const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim();
	const parts = [...document.querySelectorAll<HTMLElement>('[data-glossary-part]')].map((part) => ({
		part,
		terms: [...part.querySelectorAll<HTMLElement>('[data-term]')].map((row) => ({
			row,
			text: fold(row.textContent ?? ''),
		})),
	}));
	field.addEventListener('input', () => {
		const wanted = fold(field.value);
		let shown = 0;
		for (const { part, terms } of parts) {
			let here = 0;
			for (const { row, text } of terms) {
				row.hidden = !text.includes(wanted);
				if (!row.hidden) here++;
			}
			part.hidden = here === 0;
			shown += here;
		}
		const { shown: words = '', none = '' } = status.dataset;
		const count = words.replace('0', String(shown));
		if (wanted === '') status.textContent = '';
		else status.textContent = shown === 0 ? none : count;
	});
}

const input = document.querySelector<HTMLInputElement>('[data-glossary-filter]');
const message = document.querySelector<HTMLElement>('[data-glossary-status]');
if (input && message) wireGlossaryFilter(input, message);
