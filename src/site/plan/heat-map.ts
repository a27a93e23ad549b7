const CELL = 12;
const PITCH = 15;
const LEFT = 30;
const TOP = 22;
const WEEKS = 53;
const DAY = 86_400_000;

interface HeatCell {
	readonly x: number;
	readonly y: number;
	readonly date: string;
	readonly count: number;
	/** 1–4, by quarters of the busiest day; up to four entries a day, one each. */
	readonly level: number;
}

/** Measures in user units. */
export interface HeatMap {
	readonly cell: number;
	readonly pitch: number;
	readonly left: number;
	readonly top: number;
	readonly weeks: number;
	readonly width: number;
	readonly height: number;
	/** First day that has a place. */
	readonly from: string;
	readonly cells: readonly HeatCell[];
	/** Where a month begins: `2026-01` in January and at the left edge, else the number alone. */
	readonly months: readonly { readonly x: number; readonly label: string }[];
}

/** The 53 weeks up to the week of `asOf`, one column each, Monday on top. Days are `YYYY-MM-DD`. */
export function heatMap(days: readonly (readonly [date: string, count: number])[], asOf: string): HeatMap {
	const today = Date.parse(asOf);
	const first = today - weekday(today) * DAY - (WEEKS - 1) * 7 * DAY;
	const shown = days.filter(([date]) => Date.parse(date) >= first && date <= asOf);
	const most = shown.reduce((max, [, count]) => Math.max(max, count), 4);
	return {
		cell: CELL,
		pitch: PITCH,
		left: LEFT,
		top: TOP,
		weeks: WEEKS,
		width: LEFT + PITCH * WEEKS,
		height: TOP + PITCH * 7,
		from: dayOf(first),
		cells: shown.map(([date, count]) => {
			const since = Math.round((Date.parse(date) - first) / DAY);
			return {
				x: LEFT + PITCH * Math.floor(since / 7),
				y: TOP + PITCH * (since % 7),
				date,
				count,
				level: Math.ceil((4 * count) / most),
			};
		}),
		months: monthsFrom(first),
	};
}

function monthsFrom(first: number): { x: number; label: string }[] {
	const found: { x: number; label: string }[] = [];
	for (let week = 0; week < WEEKS; week++) {
		// The week that holds the first of a month: its Sunday lies in the month's first seven days.
		const sunday = dayOf(first + (week * 7 + 6) * DAY);
		if (Number(sunday.slice(8)) > 7) continue;
		const month = sunday.slice(5, 7);
		const withYear = month === '01' || found.length === 0;
		// A year is wide: at the right edge it would be cut off.
		if (week > WEEKS - 2 && withYear) continue;
		found.push({ x: LEFT + PITCH * week, label: withYear ? sunday.slice(0, 7) : String(Number(month)) });
	}
	return found;
}

/** 0 for Monday. */
function weekday(time: number): number {
	return (new Date(time).getUTCDay() + 6) % 7;
}

function dayOf(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
