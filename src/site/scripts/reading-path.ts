import { saveText } from '../search/save-text.ts';
import { loadReading, parseReading, readingKey, readingText, saveReading } from './reading-store.ts';
import { siteBase } from './site-root.ts';

/** Ticks, progress bar, next document, export and reset of a reading path. The list itself needs none of it. */
function wire(root: HTMLElement): void {
	const role = root.dataset['readingPath'] ?? '';
	const key = readingKey(siteBase(), role);
	const boxes = [...root.querySelectorAll<HTMLInputElement>('input[data-read]')];
	const bar = root.querySelector('progress');
	const status = root.querySelector<HTMLElement>('[data-reading-status]');
	const message = root.querySelector<HTMLElement>('[data-reading-message]');
	const next = root.querySelector<HTMLElement>('[data-reading-next]');
	let read = new Map(loadReading(key, role));

	function showNext(box: HTMLInputElement | undefined): void {
		if (!next) return;
		const link = box?.closest('li')?.querySelector('a');
		next.hidden = !link;
		if (link) next.querySelector('a')?.replaceWith(link.cloneNode(true));
	}

	function show(): void {
		for (const box of boxes) {
			box.checked = read.has(box.value);
			box.closest('li')?.classList.toggle('is-read', box.checked);
		}
		const left = boxes.filter((box) => !box.checked);
		const done = boxes.length - left.length;
		const minutes = left.reduce((sum, box) => sum + Number(box.dataset['read']), 0);
		if (bar) bar.value = done;
		if (status) {
			const { text = '', done: all = '' } = status.dataset;
			status.textContent = (left.length === 0 ? all : text)
				.replace('{done}', String(done))
				.replace('{all}', String(boxes.length))
				.replace('{minutes}', String(minutes));
		}
		showNext(left[0]);
	}

	function change(to: Map<string, string>, said = ''): void {
		read = to;
		saveReading(key, role, read);
		if (message) message.textContent = said;
		show();
	}

	root.addEventListener('change', ({ target }) => {
		if (!(target instanceof HTMLInputElement) || target.dataset['read'] === undefined) return;
		const to = new Map(read);
		if (target.checked) to.set(target.value, today());
		else to.delete(target.value);
		change(to);
	});
	addEventListener('storage', (event) => {
		if (event.key !== key && event.key !== null) return;
		read = new Map(loadReading(key, role));
		show();
	});

	on(root, '[data-reading-print]', () => print());
	on(root, '[data-reading-export]', () =>
		saveText(`reading-path-${role}.json`, 'application/json', readingText(role, read)),
	);
	wireReset(root, () => change(new Map()));
	const file = root.querySelector<HTMLInputElement>('[data-reading-file]');
	on(root, '[data-reading-import]', () => file?.click());
	file?.addEventListener('change', async () => {
		const { imported = '', failed = '' } = file.dataset;
		const text = await file.files?.[0]?.text();
		file.value = '';
		const found = text === undefined ? undefined : parseReading(text, role);
		if (found) change(new Map([...read, ...found]), imported);
		else if (message) message.textContent = failed;
	});
	show();
}

function on(root: HTMLElement, selector: string, act: () => void): void {
	root.querySelector(selector)?.addEventListener('click', act);
}

/** The first press asks, the second one does it: no dialog that pages could be blocked from showing. */
function wireReset(root: HTMLElement, reset: () => void): void {
	const button = root.querySelector<HTMLElement>('[data-reading-reset]');
	const label = button?.textContent ?? '';
	let asked = false;
	const ask = (sure: boolean): void => {
		asked = sure;
		if (button) button.textContent = sure ? (button.dataset['sure'] ?? label) : label;
	};
	button?.addEventListener('blur', () => ask(false));
	button?.addEventListener('click', () => {
		if (asked) reset();
		ask(!asked);
	});
}

/** The reader's day. */
function today(): string {
	const now = new Date();
	const two = (number: number): string => String(number).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

for (const root of document.querySelectorAll<HTMLElement>('[data-reading-path]')) wire(root);
