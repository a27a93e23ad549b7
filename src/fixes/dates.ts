import { editAt, type Fixer } from './fixer.ts';
import { writtenScalar } from './scalar.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';

/** Groups year, month, day, in the order that the names say. */
const FORMS: readonly RegExp[] = [
	/^(?<y>\d{4})([-/.])(?<m>\d{1,2})\2(?<d>\d{1,2})$/,
	/^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
	/^(?<y>\d{4}) ?年 ?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?[日号號]$/,
	/^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/,
	new RegExp(`^(?<d>\\d{1,2})(?:st|nd|rd|th)? (?<name>${MONTH}),? (?<y>\\d{4})$`, 'i'),
	new RegExp(`^(?<name>${MONTH}) (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})$`, 'i'),
];

/** Day or month first: only a number above twelve tells. */
const SLASHED = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/;

/** Midnight without a zone says nothing beyond the day. */
const MIDNIGHT = /[T ]00:00(?::00(?:\.0+)?)?$/;

/** A date in a form that can mean one day only, as `YYYY-MM-DD`; undefined for any other text. */
export function isoDate(written: string): string | undefined {
	const text = written.normalize('NFKC').trim().replace(MIDNIGHT, '');
	for (const form of FORMS) {
		const parts = form.exec(text)?.groups;
		if (!parts) continue;
		const month = parts['name'] ? MONTHS.indexOf(parts['name'].slice(0, 3).toLowerCase()) + 1 : parts['m'];
		return dayOf(Number(parts['y']), Number(month), Number(parts['d']));
	}
	const [, first, , second, year] = SLASHED.exec(text) ?? [];
	if (first === undefined || second === undefined) return undefined;
	if (Number(first) > 12 && Number(second) <= 12) return dayOf(Number(year), Number(second), Number(first));
	if (Number(second) > 12 && Number(first) <= 12) return dayOf(Number(year), Number(first), Number(second));
	return Number(first) === Number(second) ? dayOf(Number(year), Number(first), Number(second)) : undefined;
}

/** A date of a calendar, or nothing: the 31st of April is a slip that nobody can mend but its writer. */
function dayOf(year: number, month: number, day: number): string | undefined {
	const date = new Date(Date.UTC(year, month - 1, day));
	const isReal =
		date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return isReal && year >= 1000 ? date.toISOString().slice(0, 10) : undefined;
}

/** A date with a time of day: the date is mended, a time as `9:05` gets its zero. */
export function isoMoment(written: string): string | undefined {
	const text = written.normalize('NFKC').trim();
	const [, date = '', hour = '', rest = ''] = /^(.+?)[T ]+(\d{1,2})(:\d{2}(?::\d{2})?)$/.exec(text) ?? [];
	if (date === '') return isoDate(text);
	const day = isoDate(date);
	return day && Number(hour) < 24 ? `${day} ${hour.padStart(2, '0')}${rest}` : undefined;
}

/** Writes a date in the form that its field wants; quotes around it stay. */
export const dateFormat: Fixer = (given) => {
	const { finding, places } = given;
	const expected = finding.params['expected'];
	const read = expected === 'YYYY-MM-DD' ? isoDate : expected === 'YYYY-MM-DD HH:MM' ? isoMoment : undefined;
	const scalar = writtenScalar(finding.range, places);
	const date = scalar && read?.(scalar.content);
	return date && date !== scalar.content ? [editAt(given, scalar.start, scalar.end, date)] : undefined;
};
