import { type CompileConfig, type Document, daysBefore, editDistance } from '../../model/index.ts';

/** A date of the frontmatter, perhaps with a time of day. */
export interface WrittenDate {
	readonly pointer: string;
	readonly value: string;
	/** It says when something took place. */
	readonly isPast: boolean;
}

interface Dated {
	readonly date?: string;
	readonly outcome?: string;
	readonly review?: { readonly on?: string };
	readonly fitReview?: { readonly on?: string };
	readonly permission?: { readonly validTo?: string };
	readonly window?: { readonly start?: string; readonly end?: string };
	readonly workarounds?: readonly { readonly until?: string }[];
}

/** Calls `found` for every date of a document. Whether a knowledge base's own fields are of the past is not known. */
export function eachDate(
	{ kind, frontmatter }: Document,
	config: CompileConfig,
	found: (date: WrittenDate) => void,
): void {
	const say = (value: unknown, pointer: string, isPast = false): void => {
		if (typeof value === 'string') found({ pointer, value, isPast });
	};
	const own = config.fields[kind];
	if (own) for (const [name, { type }] of own) if (type === 'date') say(frontmatter[name], `/${name}`);
	if (kind === 'page') return;
	const { date, outcome, review, fitReview, permission, window, workarounds } = frontmatter as Dated;
	if (review) say(review.on, '/review/on', true);
	if (kind === 'process' && fitReview) say(fitReview.on, '/fitReview/on', true);
	if (kind === 'runbook' && workarounds)
		for (const [index, { until }] of workarounds.entries()) say(until, `/workarounds/${index}/until`);
	if (kind !== 'system-log') return;
	// What is still open may be planned.
	say(date, '/date', outcome !== undefined && outcome !== 'open');
	if (permission) say(permission.validTo, '/permission/validTo');
	if (window) {
		say(window.start, '/window/start');
		say(window.end, '/window/end');
	}
}

/** Before there were the systems that a knowledge base is about. */
const FIRST_YEAR = '1970';

/** What is to hold for ever is given this year in many systems. */
const FOR_EVER = '9999';

/** How many years ahead a date may lie. */
const YEARS_AHEAD = 100;

/** Whether no document can mean the year of a date; as of no day in particular, where none is known. */
export function isOddYear(date: string, asOf = '2050'): boolean {
	const year = date.slice(0, 4);
	const last = String(Number(asOf.slice(0, 4)) + YEARS_AHEAD);
	return year < FIRST_YEAR || (year > last && year !== FOR_EVER);
}

/** Whether a date lies after a day; a day more is allowed for time zones. */
export function isLater(date: string, asOf: string): boolean {
	const day = date.slice(0, 10);
	return day > asOf && (daysBefore(day, 1) ?? '') > asOf;
}

/** The date in the nearest year that one slip leads away from; undefined where none is near. */
export function dateMeant({ value, isPast }: WrittenDate, asOf: string): string | undefined {
	const now = Number(asOf.slice(0, 4));
	const years = Array.from({ length: 30 }, (_, index) => now - index);
	if (!isPast) years.push(now + 1, now + 2, now + 3);
	const written = value.slice(0, 4);
	return years
		.filter((year) => editDistance(written, String(year), 1) <= 1)
		.map((year) => `${year}${value.slice(4)}`)
		.find((date) => !isPast || !isLater(date, asOf));
}
