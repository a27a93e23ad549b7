/** A file as it should be there. */
export interface Wanted {
	/** Relative to the top, with `/`. */
	readonly path: string;
	readonly text: string;
	readonly executable?: true;
	/** Lines that are put at the end of a file that is there and lacks them; the rest of it stays. */
	readonly lines?: readonly string[];
	/** Where another file stands in the place: what its owner may add, and how to see that it is done. */
	readonly byHand?: ByHand;
	/** Belongs to the beginning: where the settings are there already, it is not missed. */
	readonly begins?: true;
}

export interface ByHand {
	readonly lines: readonly string[];
	readonly done: RegExp;
}

/** What will be done with one file. */
export type Action =
	| { readonly do: 'write'; readonly path: string; readonly text: string; readonly executable?: true }
	| {
			readonly do: 'add';
			readonly path: string;
			readonly before: string;
			readonly text: string;
			readonly lines: readonly string[];
	  }
	| { readonly do: 'keep'; readonly path: string; readonly byHand?: ByHand };

/** Compares what is wanted with what is there. Nothing that is there is ever replaced. */
export function planOf(wanted: readonly Wanted[], files: ReadonlyMap<string, string>): readonly Action[] {
	const hasSettings = wanted.some(({ begins, path }) => begins && isSettings(path) && files.has(path));
	return wanted.flatMap((each) => {
		const present = files.get(each.path);
		if (present !== undefined) return [withPresent(each, present)];
		return each.begins && hasSettings ? [] : [writing(each)];
	});
}

function isSettings(path: string): boolean {
	return /(?:^|\/)mainstay\.ya?ml$/.test(path);
}

function writing({ path, text, executable }: Wanted): Action {
	return { do: 'write', path, text, ...(executable ? { executable } : {}) };
}

function withPresent({ path, text, lines, byHand }: Wanted, present: string): Action {
	const missing = lines?.filter((line) => !hasLine(present, line)) ?? [];
	if (missing.length > 0)
		return { do: 'add', path, before: present, text: withLines(present, missing), lines: missing };
	const isOurs = sameText(present, text) || byHand === undefined || byHand.done.test(present);
	return { do: 'keep', path, ...(isOurs ? {} : { byHand }) };
}

/** A checkout on Windows has other line ends, and is the same file. */
function sameText(a: string, b: string): boolean {
	return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();
}

/** `dist/`, `/dist` and `dist` leave out the same folder. */
function hasLine(text: string, line: string): boolean {
	const bare = (each: string): string => each.trim().replace(/^\/|\/$/g, '');
	return text.split(/\r?\n/).some((each) => bare(each) === bare(line));
}

function withLines(text: string, lines: readonly string[]): string {
	const end = text.includes('\r\n') ? '\r\n' : '\n';
	const gap = text === '' || /\n$/.test(text) ? '' : end;
	return text + gap + lines.map((line) => line + end).join('');
}
