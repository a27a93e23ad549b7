import { addPeriod, daysBefore, phrase, UserError } from '../../src/model/index.ts';

/** What `--since` asks for: a day, or a version of the repository. */
export type Since =
	| { readonly type: 'day'; readonly day: string }
	| { readonly type: 'revision'; readonly revision: string };

/**
 * Reads `--since`: a day (`2026-11-15`), an ISO 8601 period before the day of the digest (`P7D`, `P1M`), or anything
 * that git calls a revision. Throws a UserError for a day that is not in the calendar or lies ahead.
 */
export function readSince(written: string, asOf: string): Since {
	if (/^P/.test(written)) {
		const day = dayBefore(asOf, written);
		if (day !== undefined) return { type: 'day', day };
	}
	if (/^\d{4}-\d{2}-\d{2}$/.test(written)) {
		// 2026-02-30 is moved into March by adding a day to it.
		const next = addPeriod(written, 'P1D');
		if (next === undefined || daysBefore(next, 1) !== written) throw notADay(written);
		if (written > asOf) {
			throw new UserError(
				'since-ahead',
				phrase`${written} is after the day of the digest, ${asOf}.`,
				'Name an earlier day.',
			);
		}
		return { type: 'day', day: written };
	}
	if (!/^[\w./@{}^~+-]+$/.test(written) || written.startsWith('-')) throw notADay(written);
	return { type: 'revision', revision: written };
}

function notADay(written: string): UserError {
	return new UserError(
		'flag-value-not-allowed',
		phrase`--since cannot be “${written}”.`,
		'Give a day (2026-11-15), a period (P7D) or a git revision (v1.2, HEAD~5).',
	);
}

/** The day from which a period leads to `asOf`; months and years are counted back in the calendar. */
function dayBefore(asOf: string, period: string): string | undefined {
	const parts = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/.exec(period);
	if (!parts || period === 'P') return undefined;
	const [years, months, weeks, days] = parts.slice(1).map((part) => Number(part ?? 0)) as [
		number,
		number,
		number,
		number,
	];
	const [year = 0, month = 1, day = 1] = asOf.split('-').map(Number);
	const first = new Date(Date.UTC(year - years, month - 1 - months, 1));
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	first.setUTCDate(Math.min(day, last));
	return daysBefore(first.toISOString().slice(0, 10), weeks * 7 + days);
}
