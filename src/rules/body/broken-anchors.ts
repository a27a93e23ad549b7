/** An id at the end of a heading that was meant to be its anchor and is shown as text. */
export interface BrokenAnchor {
	readonly id: string;
	/** Offsets in the heading. */
	readonly from: number;
	readonly to: number;
	/** Whether nothing else can have been meant; `{name}` may be a placeholder. */
	readonly certain: boolean;
}

const ID = '[\\p{L}\\p{N}\\p{M}_.-]+';

/** A brace that is lost or full width, blanks inside, a `#` that is full width. */
const BROKEN = new RegExp(
	`(?<=[^\\s{｛])(?:[ \\t\\u3000]*[{｛][ \\t]*[#＃][ \\t]*(${ID}(?: ${ID}){0,4})[ \\t]*[}｝]?|[ \\t]+[#＃](${ID})[}｝]|[ \\t]+\\{([a-z][a-z0-9-]*)\\})[ \\t]*$`,
	'u',
);

const WHOLE = new RegExp(`\\{#${ID}\\}[ \\t]*$`, 'u');

/** What a heading, as written or as shown, ends with; undefined where its anchor is in order or was not meant. */
export function brokenAnchor(heading: string): BrokenAnchor | undefined {
	if (WHOLE.test(heading)) return undefined;
	const match = BROKEN.exec(heading);
	if (!match) return undefined;
	const [whole, marked, unopened, unmarked] = match;
	const from = match.index + whole.length - whole.trimStart().length;
	return {
		id: (marked ?? unopened ?? unmarked ?? '').replaceAll(' ', '-'),
		from,
		to: match.index + whole.trimEnd().length,
		certain: unmarked === undefined,
	};
}

/** What a heading says, without an anchor that is not in order. */
export function withoutBrokenAnchor(heading: string): string {
	const broken = brokenAnchor(heading);
	return broken ? heading.slice(0, broken.from).trimEnd() : heading;
}
