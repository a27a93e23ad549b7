/** A mark of bold or code that is shown; offsets count in the text of its block. */
export interface UnreadMark {
	readonly mark: '**' | '`';
	readonly from: number;
	readonly to: number;
	/** Its partner is there, but the two are no marks where they stand. */
	readonly isPaired: boolean;
	/** The words that it stands at. */
	readonly text: string;
}

/** Marks that no partner, or nothing inside, made into bold or code: `running` is the block with all else masked. */
export function unreadMarks(running: string, written: string): UnreadMark[] {
	const stars = [...starsIn(running, written)];
	const found: UnreadMark[] = [];
	for (let index = 0; index < stars.length; index += 2) {
		const from = stars[index] ?? 0;
		const partner = stars[index + 1];
		const to = partner === undefined ? from + 2 : partner + 2;
		const inside = written.slice(from + 2, partner ?? from + 40);
		found.push({ mark: '**', from, to, isPaired: partner !== undefined, text: shortened(inside) });
	}
	const tick = /(?<!\\)`/.exec(running)?.index;
	if (tick !== undefined) {
		const text = shortened(written.slice(tick + 1, tick + 40));
		found.push({ mark: '`', from: tick, to: tick + 1, isPaired: false, text });
	}
	return found;
}

/** Offsets of `**` of which at least one star is text. */
function* starsIn(running: string, written: string): Generator<number> {
	for (let at = written.indexOf('**'); at !== -1; at = written.indexOf('**', at + 1)) {
		const shown = running.slice(at, at + 2);
		if (!shown.includes('*') || !/^[*\0]{2}$/.test(shown)) continue;
		const [before, behind] = [written.charAt(at - 1), written.charAt(at + 2)];
		if (/[\\*/]/.test(before) || /[*/]/.test(behind)) continue;
		// An argument of a program, and a power.
		if ((before === '(' || before === ',') && /[a-z_]/.test(behind)) continue;
		if (/[\w)]/.test(before) && /[\w(-]/.test(behind)) continue;
		yield at;
	}
}

function shortened(text: string): string {
	return text.replace(/\s+/g, ' ').trim().slice(0, 30);
}
