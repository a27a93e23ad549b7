import type { Waiver } from '../model/change.ts';
import { git } from './history.ts';

export interface WaiverReading {
	readonly waivers: readonly Waiver[];
	/** How many commits were looked at. */
	readonly commits: number;
}

/** The `Docs-Waiver` trailers of the commits in a range, the newest first. A trailer without an id or a reason is one too. */
export async function readWaivers(top: string, range: string): Promise<WaiverReading> {
	const log = await git(top, [
		'log',
		'--format=%x00%h%x01%(trailers:key=Docs-Waiver,valueonly,unfold,separator=%x01)',
		'--end-of-options',
		range,
	]);
	const entries = (log ?? '').split('\0').slice(1);
	const waivers = entries.flatMap((entry) => {
		const [commit = '', ...values] = entry.trimEnd().split('\x01');
		return values.flatMap((value) => waiverOf(commit, value.trim()));
	});
	return { waivers, commits: entries.length };
}

function waiverOf(commit: string, value: string): Waiver[] {
	// A commit without the trailer has one empty value.
	if (value === '') return [];
	const [, id = '', reason = ''] = /^(\S+)\s*([\s\S]*)$/.exec(value) ?? [];
	// "DN-SAL-0001: reason" and "DN-SAL-0001 - reason" are what people write too.
	return [{ commit, id: id.replace(/[:：,，]$/, ''), reason: reason.replace(/^[-–—:：]\s*/, '').trim() }];
}
