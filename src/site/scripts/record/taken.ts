import type { RecordData } from '../../plan/record-data.ts';
import { siteBase } from '../site-root.ts';

/** Highest number per group of log ids: `{"2026": 125}`. */
type Numbers = RecordData['numbers'];

const ID = /^LOG-([A-Z0-9]{1,8})-(\d{3,6})$/;
let remembered: Numbers = {};

function keyOf(): string {
	return `mainstay.log-numbers:${siteBase()}`;
}

/** Numbers given on this device: logs of one night do not get the same before the site is built again. */
export function takenNumbers(): Numbers {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(keyOf()) ?? '{}');
		return { ...(typeof kept === 'object' && kept !== null ? (kept as Numbers) : {}), ...remembered };
	} catch {
		return remembered;
	}
}

/** Remembers that a log has left the page under this id. */
export function noteTaken(id: string): void {
	remembered = withTaken(takenNumbers(), id);
	try {
		localStorage.setItem(keyOf(), JSON.stringify(remembered));
	} catch {
		// The page remembers it by itself.
	}
}

export function withTaken(numbers: Numbers, id: string): Numbers {
	const [, group = '', number = ''] = ID.exec(id) ?? [];
	return group === '' ? numbers : { ...numbers, [group]: Math.max(highest(group, numbers), Number(number)) };
}

/** The highest number of a group among what the site knows and what this device has given; 0 for none. */
export function highest(group: string, ...known: readonly Numbers[]): number {
	return Math.max(
		0,
		...(known.map((numbers) => numbers[group]).filter((each) => Number.isSafeInteger(each)) as number[]),
	);
}
