import { type ChangeSet, FILE_START, type Finding, nearest, type Waiver } from '../model/index.ts';
import { waiverMisspelt, waiverUnknown, waiverWithoutReason } from './findings.ts';
import type { CodeNote } from './notes.ts';

export interface Waivers {
	/** Those that count, the newest for each note. */
	readonly byId: ReadonlyMap<string, Waiver>;
	readonly findings: readonly Finding[];
}

/** Sorts the waivers of a range into those that count and those that are written wrong. */
export function judgeWaivers({ waivers }: ChangeSet, notes: readonly CodeNote[]): Waivers {
	const known = notes.map(({ id }) => id);
	const byId = new Map<string, Waiver>();
	const findings: Finding[] = [];
	for (const waiver of waivers) {
		const { id, commit, subject, misspelt, reason } = waiver;
		const params = { id, commit, subject, key: misspelt ?? '' };
		const place = { file: '', range: FILE_START, params };
		if (misspelt !== undefined) {
			findings.push({ code: waiverMisspelt.code, ...place, suggestions: [{ value: 'Docs-Waiver' }] });
		} else if (!known.includes(id)) {
			const suggestions = nearest(id, known).map((value) => ({ value }));
			findings.push({ code: waiverUnknown.code, ...place, suggestions });
		} else if (!/[\p{L}\p{N}]/u.test(reason)) findings.push({ code: waiverWithoutReason.code, ...place });
		else if (!byId.has(id)) byId.set(id, waiver);
	}
	return { byId, findings };
}
