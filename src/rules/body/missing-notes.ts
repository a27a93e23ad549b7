import { type BodyParts, runningText, type TextBlock } from './body-parts.ts';

/** `[^1]`, but no character class of a pattern: `[^a-z]+`. A colon behind it at the start of a line is a note with a slip. */
const CALL = /(?<![\\\]])\[\^ ?([\p{L}\p{N}_-]{1,40}) ?\](?![+*?{(:])/gu;

/** A call of a footnote that is text, because no note is written for it. */
export interface MissingNote {
	readonly block: TextBlock;
	readonly label: string;
	readonly from: number;
	readonly to: number;
	/** What follows looks like the note itself: it begins a paragraph. */
	readonly beginsParagraph: boolean;
}

/**
 * Calls that no note answers; offsets count in the block. Behind a letter it may be a pattern, unless the document has
 * notes. A note that is written, but in what a comment or a block of code takes in, is told there.
 */
export function* missingNotes({ blocks, notes }: BodyParts, text: string): Generator<MissingNote> {
	const hidden = new Map<string, boolean>();
	const isHidden = (label: string): boolean => {
		const known = hidden.get(label);
		if (known !== undefined) return known;
		const answer =
			text.includes(`\n[^${label}]: `) && !notes.some((note) => (note.label ?? note.identifier) === label);
		hidden.set(label, answer);
		return answer;
	};
	for (const block of blocks) {
		const start = block.position?.start.offset ?? 0;
		if (!text.slice(start, block.position?.end.offset).includes('[^')) continue;
		for (const { 0: whole, 1: label = '', index } of runningText(block, text).matchAll(CALL)) {
			if (/^\w-\w/.test(label) || isHidden(label)) continue;
			const isPattern = /\w/.test(text.charAt(start + index - 1)) && index > 0;
			if (isPattern && notes.length === 0) continue;
			const to = index + whole.length;
			const beginsParagraph =
				index === 0 &&
				block.type === 'paragraph' &&
				/^[ \t：]*\S/.test(text.slice(start + to, start + to + 40));
			yield { block, label, from: index, to, beginsParagraph };
		}
	}
}
