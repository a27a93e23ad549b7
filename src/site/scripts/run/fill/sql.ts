import { type Escape, type Language, plainOnly, replacing, verbatim } from './escape.ts';

type State = 'code' | "'" | '"' | '`' | '[' | 'line' | 'block' | 'unsure';

export interface SqlDialect {
	/** `\` escapes inside quotes, as MariaDB and MySQL read it unless told otherwise. */
	readonly backslash: boolean;
	/** `[name]` is a quoted name. */
	readonly brackets?: boolean;
}

/**
 * SQL. Quotes are doubled, and backslashes where the dialect reads them as escapes; without quotes only a
 * number or a plain name may stand. Comments that run (`/*!`), dollar quotes and `#` that may or may not
 * begin a comment leave the rest to harmless characters only.
 */
export function sql(dialect: SqlDialect): Language {
	return (pieces) => {
		let state: State = 'code';
		let escaping = false;
		return pieces.slice(0, -1).map((piece, index) => {
			[state, escaping] = scan(piece, state, escaping, dialect);
			return escapeFor(state, escaping, piece, pieces[index + 1] ?? '');
		});
	};
}

function scan(text: string, from: State, wasEscaping: boolean, dialect: SqlDialect): [State, boolean] {
	let state = from;
	let escaping = wasEscaping;
	for (let at = 0; at < text.length; at++) {
		const char = text[at] ?? '';
		const pair = text.slice(at, at + 2);
		if (state === 'unsure') return [state, escaping];
		if (state === 'line') {
			if (char === '\n') state = 'code';
		} else if (state === 'block') {
			if (pair === '*/') {
				state = 'code';
				at++;
			}
		} else if (state === 'code') {
			[state, at] = opening(text, at, dialect);
			if (state === "'" || state === '"')
				escaping = dialect.backslash || /(?:^|\W)e$/i.test(text.slice(0, at));
		} else if (char === '\\' && escaping && state !== '`' && state !== '[') at++;
		else if (char === (state === '[' ? ']' : state)) state = 'code';
	}
	return [state, escaping];
}

/** What begins here, and the last character of its sign. */
function opening(text: string, at: number, dialect: SqlDialect): [State, number] {
	const char = text[at] ?? '';
	const pair = text.slice(at, at + 2);
	if (pair === '--') return ['line', at + 1];
	if (pair === '/*') return [/[!+M]/.test(text[at + 2] ?? '') ? 'unsure' : 'block', at + 1];
	if (char === '#') return [/\s/.test(text[at + 1] ?? ' ') ? 'line' : 'unsure', at];
	if (char === '$' && /^\$\w*\$/.test(text.slice(at))) return ['unsure', at];
	if (char === '[' && dialect.brackets) return ['[', at];
	return char === "'" || char === '"' || char === '`' ? [char, at] : ['code', at];
}

function escapeFor(state: State, escaping: boolean, before: string, after: string): Escape {
	switch (state) {
		case "'":
		case '"': {
			const quote = state;
			const doubled = (value: string): string => value.replaceAll(quote, quote + quote);
			return (value) => ({ text: doubled(escaping ? value.replaceAll('\\', '\\\\') : value) });
		}
		case '`':
			return replacing(/`/g, '``');
		case '[':
			return replacing(/\]/g, ']]');
		case 'line':
			return verbatim;
		case 'block':
			return (value) => (/\*\/?|\//.test(value) ? { refused: 'comment' } : { text: value });
		case 'unsure':
			return plainOnly;
		case 'code':
			return bare(before, after);
	}
}

/** Without quotes: a number, or a name that needs none. */
function bare(before: string, after: string): Escape {
	return (value) => {
		const number =
			/^-?\d{1,30}(?:\.\d{1,30})?$/.test(value) && !(value.startsWith('-') && before.endsWith('-'));
		const name = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value) && !/^['"`(]/.test(after.trimStart());
		return number || name ? { text: value } : { refused: 'number' };
	};
}
