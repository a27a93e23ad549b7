import { mayBeKept } from './secrets.ts';

const KEY = 'mainstay.recent-searches';
const MOST = 8;
/** Longer questions are pastes; those may hold secrets and are never kept. */
const LONGEST = 80;

/** Searches that led somewhere, newest first. Empty where storage is not allowed. */
export function recentSearches(): string[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string').slice(0, MOST) : [];
	} catch {
		return [];
	}
}

export function rememberSearch(query: string): void {
	const entry = query.trim();
	if (entry === '' || entry.length > LONGEST || !mayBeKept(entry)) return;
	store([entry, ...recentSearches().filter((other) => other !== entry)].slice(0, MOST));
}

export function forgetSearches(): void {
	store([]);
}

function store(entries: readonly string[]): void {
	try {
		if (entries.length > 0) localStorage.setItem(KEY, JSON.stringify(entries));
		else localStorage.removeItem(KEY);
	} catch {
		// Private windows refuse storage; the search works without.
	}
}
