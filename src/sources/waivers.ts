import type { Waiver } from '../model/change.ts';
import { nearest } from '../model/nearest.ts';
import { git } from './history.ts';

export interface WaiverReading {
	readonly waivers: readonly Waiver[];
	/** How many commits were looked at. */
	readonly commits: number;
}

const TRAILER = 'Docs-Waiver';

/** `Docs-Waiver: DN-SAL-0001 only a rename`, also with a full-width colon; lines indented below go on with it. */
const LINE = /^([A-Za-z][\w-]*(?: [\w-]+)?)[ \t]*[:：](.*(?:\n[ \t]+\S.*)*)/gm;

/**
 * The `Docs-Waiver` lines of the commits in a range, the newest first. They count in any paragraph: a squash merge puts
 * others below, and what git calls trailers is the last paragraph only. A line without a reason is one too.
 */
export async function readWaivers(top: string, range: string): Promise<WaiverReading> {
	const log = await git(top, [
		'log',
		'--no-show-signature',
		'--format=%x00%h%x01%s%x01%b',
		'--end-of-options',
		range,
	]);
	const entries = (log ?? '').split('\0').slice(1);
	const waivers = entries.flatMap((entry) => {
		const [commit = '', subject = '', body = ''] = entry.trimEnd().split('\x01');
		return [...body.replaceAll('\r', '').matchAll(LINE)].flatMap(([, key = '', value = '']) =>
			waiverOf({ commit, subject }, key, value.replace(/\n[ \t]+/g, ' ').trim()),
		);
	});
	return { waivers, commits: entries.length };
}

function waiverOf(from: Pick<Waiver, 'commit' | 'subject'>, key: string, value: string): Waiver[] {
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
