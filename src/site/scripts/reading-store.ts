/**
 * Progress on a role's reading path, kept in this browser. The same JSON is stored and exported:
 * `{format: 'mainstay-reading', version: 1, role, read: {id: YYYY-MM-DD}}`.
 */
export type ReadDocuments = ReadonlyMap<string, string>;

const FORMAT = 'mainstay-reading';
const VERSION = 1;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Where the progress of a role is stored; sites on one origin are told apart by their base. */
export function readingKey(base: string, role: string): string {
	return `mainstay.reading.${VERSION}:${base}:${role}`;
}

export function readingText(role: string, read: ReadDocuments): string {
	return JSON.stringify({ format: FORMAT, version: VERSION, role, read: Object.fromEntries(read) });
}

/** Undefined for anything but progress of this role; entries that make no sense are left out. */
export function parseReading(text: string, role: string): ReadDocuments | undefined {
	const stored = parsed(text);
	if (!isMap(stored) || stored['format'] !== FORMAT || stored['version'] !== VERSION) return undefined;
	if (stored['role'] !== role || !isMap(stored['read'])) return undefined;
	const entries = Object.entries(stored['read']);
	return new Map(
		entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && DAY.test(entry[1])),
	);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isMap(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nothing read where storage is empty or refused. */
export function loadReading(key: string, role: string): ReadDocuments {
	try {
		return parseReading(localStorage.getItem(key) ?? '', role) ?? new Map();
	} catch {
		return new Map();
	}
}

export function saveReading(key: string, role: string, read: ReadDocuments): void {
	try {
		if (read.size > 0) localStorage.setItem(key, readingText(role, read));
		else localStorage.removeItem(key);
	} catch {
		// Private windows refuse storage; ticks then last as long as the page.
	}
}
