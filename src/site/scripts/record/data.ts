import { nextLogId } from '../../../../schemas/record-log.ts';
import type { RecordData } from '../../plan/record-data.ts';
import { highest, takenNumbers } from './taken.ts';

let loaded: Promise<RecordData> | undefined;

/** What the forms need: fetched once from the site itself, when a form is first opened. Rejects when it cannot be. */
export function loadRecordData(url: string): Promise<RecordData> {
	loaded ??= fetch(url).then((response) => {
		if (!response.ok) throw new Error(`${response.status}`);
		return response.json() as Promise<RecordData>;
	});
	loaded.catch(() => {
		loaded = undefined;
	});
	return loaded;
}

/** The next free number of a day's year, as far as the site and this device know. */
export function nextIdOf(date: string, { numbers }: RecordData): string {
	const group = /^\d{4}/.exec(date)?.[0] ?? '';
	return group === '' ? '' : nextLogId(group, highest(group, numbers, takenNumbers()));
}
