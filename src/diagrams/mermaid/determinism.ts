/** Mulberry32. Source: Tommy Ettinger, 2017, public domain. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Makes chance begin anew, for one drawing: commit names and layouts come from it. */
export function resetChance(): void {
	Math.random = randomFrom(1);
}

/** What `new Date` without arguments says: no drawing depends on the day it was made. */
const ALWAYS = Date.UTC(2024, 0, 1);
const PARTS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;

/**
 * Makes local time UTC and the present a fixed day in this thread, so that Gantt charts come out the same in
 * every zone and on every day.
 */
export function fixTime(): void {
	const Real = Date;
	const prototype = Real.prototype as unknown as Record<string, unknown>;
	for (const part of PARTS) {
		for (const access of ['get', 'set']) {
			const universal = prototype[`${access}UTC${part}`];
			if (universal) prototype[`${access}${part}`] = universal;
		}
	}
	prototype['getTimezoneOffset'] = () => 0;
	globalThis.Date = new Proxy(Real, {
		construct(target, parts: readonly unknown[], newTarget) {
			return Reflect.construct(target, [instantOf(parts)], newTarget) as Date;
		},
	});
}

function instantOf(parts: readonly unknown[]): unknown {
	if (parts.length === 0) return ALWAYS;
	if (parts.length > 1) return Date.UTC(...(parts.map(Number) as [number, number]));
	const [only] = parts;
	const local = typeof only === 'string' && /\d[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*$/.test(only);
	return local ? `${only.trim().replace(' ', 'T')}Z` : only;
}
