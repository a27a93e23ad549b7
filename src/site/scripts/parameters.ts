/** Fills a runbook's placeholders, such as `{{item_code}}`, with what the reader enters. */
function wire(input: HTMLInputElement): void {
	const name = input.name;
	const places = document.querySelectorAll<HTMLElement>(`.prose [data-parameter="${CSS.escape(name)}"]`);
	input.addEventListener('input', () => {
		const value = input.value.trim();
		const fits = value === '' || matches(value, input.dataset['pattern']);
		input.setAttribute('aria-invalid', String(!fits));
		const filled = value !== '' && fits;
		for (const place of places) {
			place.textContent = filled ? value : `{{${name}}}`;
			place.toggleAttribute('data-filled', filled);
		}
	});
}

function matches(value: string, pattern: string | undefined): boolean {
	if (!pattern) return true;
	try {
		return new RegExp(pattern, 'u').test(value);
	} catch {
		return true;
	}
}

for (const input of document.querySelectorAll<HTMLInputElement>('[data-parameters] input')) wire(input);

export {};
