import { type Escape, inProgram, isProgram, type Language, plainOnly, verbatim } from './escape.ts';

type State = 'bare' | 'single' | 'double' | 'here' | 'line' | 'block' | 'expression';

/** PowerShell takes typographic quotes for quotes. */
const SINGLE = /['\u2018-\u201b]/;
const DOUBLE = /["\u201c-\u201e]/;

/** PowerShell: quotes doubled, the backtick before `$` and itself inside double quotes. */
export const powershell: Language = (pieces) => {
	let state: State = 'bare';
	let text = '';
	let before = '';
	let line = '';
	const read = (piece: string): void => {
		for (let at = 0; at < piece.length; at++) {
			const char = piece[at] ?? '';
			line = char === '\n' ? '' : line + char;
			const next = piece.slice(at, at + 2);
			const was = state;
			if (state === 'line') state = char === '\n' ? 'bare' : state;
			else if (state === 'block') state = next === '#>' ? 'bare' : state;
			else if (state === 'here') state = /^\n['"\u2018-\u201e]@/.test(piece.slice(at)) ? 'bare' : state;
			else if (state === 'single') state = SINGLE.test(char) ? 'bare' : state;
			else if (char === '`' && state !== 'expression') at++;
			else if (state === 'double') {
				if (DOUBLE.test(char)) state = 'bare';
				else if (next === '$(') state = 'expression';
			} else if (state === 'bare') {
				if (/^@['"\u2018-\u201e]/.test(next)) state = 'here';
				else if (SINGLE.test(char)) state = 'single';
				else if (DOUBLE.test(char)) state = 'double';
				else if (next === '<#') state = 'block';
				else if (char === '#' && /(?:^|[\s;(])#$/.test(line)) state = 'line';
			}
			if (was === 'bare' && state !== 'bare') {
				text = '';
				before = line.slice(0, -1);
			} else text += char;
		}
	};
	return pieces.slice(0, -1).map((piece, index) => {
		read(piece);
		return escapeFor(state, text, before, line, pieces[index + 1] ?? '');
	});
};

function escapeFor(state: State, text: string, before: string, line: string, after: string): Escape {
	const rest = after.slice(0, Math.max(0, after.search(/["'\n]/)));
	const wrapped = (how: Escape): Escape =>
		isProgram((text + rest).replace(/\$\w+/g, ''), before) ? inProgram(text, how) : how;
	switch (state) {
		case 'single':
			return wrapped((value) => ({ text: value.replace(/['\u2018-\u201b]/g, '$&$&') }));
		case 'double':
			return wrapped((value) => ({ text: value.replace(/[`$"\u201c-\u201e]/g, '`$&') }));
		case 'line':
			return verbatim;
		case 'block':
			return (value) => (value.includes('#') ? { refused: 'comment' } : { text: value });
		case 'bare':
			return bare(line, after);
		case 'here':
		case 'expression':
			return plainOnly;
	}
}

/** A word of its own is quoted as a whole; PowerShell does not join a quoted text to its neighbours. */
function bare(line: string, after: string): Escape {
	const isWord = /(?:^|[\s(,;=])$/.test(line) && /^(?:$|[\s),;])/.test(after);
	return (value) => {
		if (value.startsWith('-') && !/^-\d+$/.test(value)) return { refused: 'dash' };
		if (/^[A-Za-z0-9_.\\:/-]+$/.test(value)) return { text: value };
		return isWord ? { text: `'${value.replace(/['\u2018-\u201b]/g, '$&$&')}'` } : { refused: 'plain' };
	};
}
