export { addPeriod } from '../../model/index.ts';

/** From one time to another (ISO 8601, either may be missing) as people write it: the day once where it is the same. */
export function timeSpan(start = '', end = ''): string {
	const [from = '', to = ''] = [start, end].map((time) => time.replace('T', ' '));
	const day = /^\d{4}-\d\d-\d\d /.exec(from)?.[0];
	const last = day !== undefined && to.startsWith(day) ? to.slice(day.length) : to;
	return [from, last].filter(Boolean).join(' – ');
}
