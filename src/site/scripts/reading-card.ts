import { loadReading, readingKey } from './reading-store.ts';
import { siteBase } from './site-root.ts';

/** Shows on a role's page how far its reading path was read in this browser. */
for (const card of document.querySelectorAll<HTMLElement>('[data-reading-card]')) {
	const role = card.dataset['readingCard'] ?? '';
	const read = loadReading(readingKey(siteBase(), role), role);
	const ids = (card.dataset['ids'] ?? '').split(' ');
	const bar = card.querySelector('progress');
	if (bar) bar.value = ids.filter((id) => read.has(id)).length;
}
