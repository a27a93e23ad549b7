/** `YYYY-MM-DD` plus an ISO 8601 period of years, months, weeks and days; undefined when either is not understood. */
export function addPeriod(date: string, period: string): string | undefined {
	const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
	const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period);
	if (!day || !parts || period === 'P') return undefined;
	const [years, months, weeks, days] = parts.slice(1).map((part) => Number(part ?? 0)) as [
		number,
		number,
		number,
		number,
	];
	const first = new Date(Date.UTC(Number(day[1]) + years, Number(day[2]) - 1 + months, 1));
	const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	first.setUTCDate(Math.min(Number(day[3]), lastOfMonth) + weeks * 7 + days);
	return first.toISOString().slice(0, 10);
}

/** `YYYY-MM-DD` that many days earlier; undefined when the date is not understood. */
export function daysBefore(date: string, days: number): string | undefined {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN;
	return Number.isNaN(time) ? undefined : new Date(time - days * 86_400_000).toISOString().slice(0, 10);
}
