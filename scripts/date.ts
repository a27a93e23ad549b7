import { phrase, UserError } from '../src/model/index.ts';
import { type Arguments, type Io, type OptionSpec, textOption } from './command.ts';

/** The option of every command that judges due dates. */
export const DATE_OPTION: OptionSpec = {
	type: 'string',
	value: 'DATE',
	help: {
		en: 'judge due dates as of this day, YYYY-MM-DD (default: today, or SOURCE_DATE_EPOCH)',
		'zh-CN': '以这一天判断到期，YYYY-MM-DD（默认今天，或 SOURCE_DATE_EPOCH）',
	},
};

/**
 * The day a command works as of: `--date`, else SOURCE_DATE_EPOCH (reproducible-builds.org, seconds, UTC),
 * else today where the writer lives. Throws a UserError for a day that is not in the calendar.
 */
export function dayOf(args: Arguments, io: Io): string {
	const written = textOption(args, 'date');
	if (written !== undefined) return checkedDay(written, '--date');
	const epoch = io.env['SOURCE_DATE_EPOCH'];
	if (epoch !== undefined && /^\d{1,11}$/.test(epoch)) {
		return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
	}
	return today();
}

/** Today where the writer lives, YYYY-MM-DD. */
export function today(): string {
	const now = new Date();
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day as written; `name` is what it was given as. Throws a UserError for one that is not in the calendar. */
export function checkedDay(written: string, name: string): string {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN;
	// 2026-02-30 would be read as the second of March.
	if (!Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === written) return written;
	throw new UserError(
		'flag-value-not-allowed',
		phrase`${name} must be a day such as 2026-11-22, not “${written}”.`,
		'',
	);
}
