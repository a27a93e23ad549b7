import type { Waiver } from '../model/change.ts';
import { nearest } from '../model/nearest.ts';
import { git } from './history.ts';

export interface WaiverReading {
	readonly waivers: readonly Waiver[];
	/** How many commits were looked at. */
	readonly commits: number;
}

const TRAILER = 'Docs-Waiver';

/** The `Docs-Waiver` trailers of the commits in a range, the newest first. A trailer without an id or a reason is one too. */
export async function readWaivers(top: string, range: string): Promise<WaiverReading> {
	const log = await git(top, [
		'log',
		'--no-show-signature',
		'--format=%x00%h%x01%s%x01%(trailers:only,unfold,separator=%x01)',
		'--end-of-options',
		range,
	]);
	const entries = (log ?? '').split('\0').slice(1);
	const waivers = entries.flatMap((entry) => {
		const [commit = '', subject = '', ...trailers] = entry.trimEnd().split('\x01');
		return trailers.flatMap((trailer) => waiverOf({ commit, subject }, trailer));
	});
	return { waivers, commits: entries.length };
}

function waiverOf(from: Pick<Waiver, 'commit' | 'subject'>, trailer: string): Waiver[] {
	const [, key = '', value = ''] = /^([^:]+?)\s*:\s*([\s\S]*)$/.exec(trailer.trim()) ?? [];
	const [, id = '', reason = ''] = /^(\S+)\s*([\s\S]*)$/.exec(value) ?? [];
	const isMisspelt = key.toLowerCase() !== TRAILER.toLowerCase();
	// What merely looks alike (`Docs-Writer: Ann`) names no id.
	if (isMisspelt ? !isNearly(key) || !/^[A-Z]{2}-[A-Z]+-\d/i.test(id) : value === '') return [];
	return [
		{
			...from,
			// "DN-SAL-0001: reason" and "DN-SAL-0001 - reason" are what people write too.
			id: id.replace(/[:：,，]$/, ''),
			reason: reason.replace(/^[-–—:：]\s*/, '').trim(),
			...(isMisspelt && { misspelt: key }),
		},
	];
}

function isNearly(key: string): boolean {
	return nearest(key, [TRAILER], 1).length > 0;
}
