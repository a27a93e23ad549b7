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
