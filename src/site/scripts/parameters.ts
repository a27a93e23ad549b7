/** Fills a runbook's placeholders, such as `{{item_code}}`, with what the reader enters. */
const PLACEHOLDER = /\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}/g;

function markPlaceholders(names: ReadonlySet<string>, scope: Element): Map<string, HTMLElement[]> {
	const marks = new Map<string, HTMLElement[]>();
	const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walker.nextNode()) texts.push(walker.currentNode as Text);
	for (const text of texts) {
		if (!text.data.includes('{{')) continue;
		const parts: (string | Node)[] = [];
		let end = 0;
		for (const match of text.data.matchAll(PLACEHOLDER)) {
			const name = match[1] ?? '';
			if (!names.has(name)) continue;
			const mark = document.createElement('span');
			mark.className = 'placeholder';
			mark.textContent = match[0];
			parts.push(text.data.slice(end, match.index), mark);
			marks.set(name, [...(marks.get(name) ?? []), mark]);
			end = match.index + match[0].length;
		}
		if (parts.length > 0) text.replaceWith(...parts, text.data.slice(end));
	}
	return marks;
}

function wire(panel: Element): void {
	const inputs = [...panel.querySelectorAll<HTMLInputElement>('[data-parameter]')];
	const names = new Set(inputs.map((input) => input.dataset['parameter'] ?? ''));
	const body = document.querySelector('.prose');
	if (!body) return;
	const marks = markPlaceholders(names, body);
	for (const input of inputs) {
		const name = input.dataset['parameter'] ?? '';
		input.addEventListener('input', () => {
			const value = input.value.trim();
			const fits = value === '' || matches(value, input.dataset['pattern']);
			input.setAttribute('aria-invalid', String(!fits));
			for (const mark of marks.get(name) ?? []) {
				mark.textContent = value && fits ? value : `{{${name}}}`;
				mark.toggleAttribute('data-filled', value !== '' && fits);
			}
		});
	}
}

function matches(value: string, pattern: string | undefined): boolean {
	if (!pattern) return true;
	try {
		return new RegExp(pattern, 'u').test(value);
	} catch {
		return true;
	}
}

for (const panel of document.querySelectorAll('[data-parameters]')) wire(panel);

export {};
