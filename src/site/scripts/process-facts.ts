import { entryOf } from './process-nodes.ts';

/** What the panel says of a step, taken from its entry in the step list. */
export interface StepFacts {
	readonly name: string;
	readonly head: DocumentFragment;
	readonly facts: DocumentFragment;
}

/** `words` name the lists of the steps before and after. */
export function factsOf(
	step: string,
	words: { readonly before: string; readonly next: string },
): StepFacts | undefined {
	const entry = entryOf(step);
	const title = entry?.querySelector('.step-head');
	if (!entry || !title) return undefined;
	const head = document.createDocumentFragment();
	head.append(...[...title.cloneNode(true).childNodes]);
	head.querySelector('.to-drawing')?.remove();
	const facts = document.createDocumentFragment();
	const list = entry.querySelector('.step-facts')?.cloneNode(true);
	if (list instanceof HTMLElement && list.childElementCount > 0) facts.append(list);
	const before = comesFrom(step);
	if (before.length > 0) facts.append(wayList(words.before, before));
	const after = entry.querySelector('.step-ways')?.cloneNode(true);
	if (after) facts.append(after);
	return { name: entry.querySelector('.step-name')?.textContent ?? step, head, facts };
}

/** Links to the steps that lead here, in the order of the list. */
function comesFrom(step: string): HTMLAnchorElement[] {
	const entries = [...document.querySelectorAll<HTMLElement>('[data-step-entry]')];
	return entries.flatMap((entry) => {
		const leads = [...entry.querySelectorAll<HTMLElement>('.step-ways [data-to]')].some(
			(link) => link.dataset['to'] === step,
		);
		const from = entry.dataset['stepEntry'] ?? '';
		if (!leads || from === step) return [];
		const link = document.createElement('a');
		link.href = `#${encodeURIComponent(from)}`;
		const number = entry.querySelector('.step-number')?.textContent ?? '';
		link.textContent = `${number}. ${entry.querySelector('.step-name')?.textContent ?? from}`;
		return [link];
	});
}

function wayList(name: string, links: readonly HTMLAnchorElement[]): HTMLElement {
	const box = document.createElement('div');
	box.className = 'step-ways';
	const title = document.createElement('p');
	title.textContent = name;
	const list = document.createElement('ul');
	list.setAttribute('role', 'list');
	for (const link of links) {
		const item = document.createElement('li');
		item.append(link);
		list.append(item);
	}
	box.append(title, list);
	return box;
}
