import { addQuery, GAPS_VERSION, type Gap, type GapFile, parseGaps } from '../../search/gaps.ts';
import type { SearchAnswer } from '../../search/query/result.ts';
import { maskSecrets } from './secrets.ts';

const LIST = 'mainstay.gaps';
const CONSENT = 'mainstay.gaps-kept';

/** Whether the reader has asked for the list to be kept. */
export function isKept(): boolean {
	return read(CONSENT) === 'yes';
}

/** Stops or starts keeping; what is on the list stays until it is cleared. */
export function keep(wanted: boolean): void {
	write(CONSENT, wanted ? 'yes' : undefined);
}

/** The list on this device, oldest first. */
export function keptGaps(): readonly Gap[] {
	return parseGaps(read(LIST) ?? '').gaps;
}

/** The list as the file that `mainstay gaps` reads. */
export function gapFile(): string {
	return `${JSON.stringify(fileOf(keptGaps()), null, '\t')}\n`;
}

export function clearGaps(): void {
	write(LIST, undefined);
}

/** Notices what was asked in vain. While a question is being typed, only its last form counts. */
export interface GapRecorder {
	answered(query: string, answer: SearchAnswer): void;
	/** The reader is done with the question. */
	settle(): void;
	/** A result was opened: the answer was good enough. */
	served(): void;
}

export function createGapRecorder(lang: string): GapRecorder {
	let pending = '';
	const settle = (): void => {
		if (pending !== '' && isKept()) record(pending, lang);
		pending = '';
	};
	window.addEventListener('pagehide', settle);
	return {
		answered: (query, { results, doubtful }) => {
			if (!isOneThought(pending, query)) settle();
			pending = results.length === 0 || doubtful ? query : '';
		},
		settle,
		served: () => {
			pending = '';
		},
	};
}

/** `lock wa` and `lock wait` are one question on its way; so are words taken back. */
function isOneThought(before: string, now: string): boolean {
	return now.startsWith(before) || before.startsWith(now);
}

function record(query: string, lang: string): void {
	const today = new Date();
	const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');
	write(LIST, JSON.stringify(fileOf(addQuery(keptGaps(), { query: maskSecrets(query), lang, last: day }))));
}

function fileOf(queries: readonly Gap[]): GapFile {
	return { schemaVersion: GAPS_VERSION, queries };
}

function read(key: string): string | undefined {
	try {
		return localStorage.getItem(key) ?? undefined;
	} catch {
		return undefined;
	}
}

function write(key: string, value: string | undefined): void {
	try {
		if (value === undefined) localStorage.removeItem(key);
		else localStorage.setItem(key, value);
	} catch {
		// Private windows refuse storage; the list is then not kept.
	}
}
