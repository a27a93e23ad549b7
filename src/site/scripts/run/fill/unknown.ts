import { innerQuoteOpen, type Language, plainOnly, plainSpaced, verbatim } from './escape.ts';

/**
 * A language that is not known here: nothing is guessed. Only characters that mean nothing anywhere are
 * taken, and blanks only inside quotes or where the value has its line for itself.
 */
export const unknown: Language = (pieces) => {
	let line = '';
	return pieces.slice(0, -1).map((piece, index) => {
		const cut = piece.lastIndexOf('\n');
		line = cut < 0 ? line + piece : piece.slice(cut + 1);
		const alone = line.trim() === '' && /^\s*(?:\n|$)/.test(pieces[index + 1] ?? '');
		return alone || innerQuoteOpen(line) ? plainSpaced : plainOnly;
	});
};

/** Code in a sentence: a value on its own is something to read or type, anything longer is a command. */
export const inline: Language = (pieces) =>
	pieces.every((piece) => piece.trim() === '') ? pieces.slice(1).map(() => verbatim) : unknown(pieces);
