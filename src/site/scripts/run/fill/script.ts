import { type Escape, inProgram, isProgram, type Language, plainOnly, verbatim } from './escape.ts';

type Kind = 'python' | 'javascript';

interface Quote {
	readonly mark: string;
	readonly raw: boolean;
	readonly format: boolean;
	readonly bytes: boolean;
	text: string;
}

const JS_BEFORE_PATTERN = /(?:^|[(,=:[!&|?{};\n]|\breturn)\s*$/;

/** Python and JavaScript: escaped inside quotes, quoted as a whole where a value stands alone. */
export function script(kind: Kind): Language {
	return (pieces) => {
		let quote: Quote | undefined;
		let skip: 'line' | 'block' | 'pattern' | undefined;
		const read = (piece: string): void => {
			for (let at = 0; at < piece.length; at++) {
				const rest = piece.slice(at);
				const char = piece[at] ?? '';
				if (skip) {
					const ends =
						skip === 'block' ? rest.startsWith('*/') : char === '\n' || (skip === 'pattern' && char === '/');
					if (skip === 'pattern' && char === '\\') at++;
					else if (ends) {
						if (skip === 'block') at++;
						skip = undefined;
					}
				} else if (quote) {
					if (rest.startsWith(quote.mark)) {
						at += quote.mark.length - 1;
						quote = undefined;
					} else {
						quote.text += char;
						if (char === '\\') quote.text += piece[++at] ?? '';
					}
				} else {
					quote = quoteAt(piece, at, kind);
					if (quote) at += quote.mark.length - 1;
					else skip = skipAt(piece, at, kind);
				}
			}
		};
		return pieces.slice(0, -1).map((piece, index): Escape => {
			read(piece);
			const after = pieces[index + 1] ?? '';
			if (skip === 'line') return verbatim;
			if (skip) return plainOnly;
			return quote ? inQuote(quote, piece, after) : bare(piece, after);
		});
	};
}

function quoteAt(piece: string, at: number, kind: Kind): Quote | undefined {
	const match = (kind === 'python' ? /^(?:'''|"""|['"])/ : /^['"`]/).exec(piece.slice(at));
	if (!match) return undefined;
	const prefix =
		kind === 'python' ? (/(?:^|\W)([a-z]{1,2})$/i.exec(piece.slice(0, at))?.[1] ?? '').toLowerCase() : '';
	return {
		mark: match[0],
		raw: prefix.includes('r'),
		format: prefix.includes('f') || prefix.includes('t'),
		bytes: prefix.includes('b'),
		text: '',
	};
}

function skipAt(piece: string, at: number, kind: Kind): 'line' | 'block' | 'pattern' | undefined {
	const pair = piece.slice(at, at + 2);
	if (kind === 'python') return piece[at] === '#' ? 'line' : undefined;
	if (pair === '//') return 'line';
	if (pair === '/*') return 'block';
	return piece[at] === '/' && JS_BEFORE_PATTERN.test(piece.slice(0, at)) ? 'pattern' : undefined;
}

function inQuote(quote: Quote, piece: string, after: string): Escape {
	if (quote.raw || quote.bytes || /(?:^|[^\\])(?:\\\\)*\\$/.test(piece)) return plainOnly;
	if (quote.mark === '`' && quote.text.lastIndexOf('${') > quote.text.lastIndexOf('}')) return plainOnly;
	const how: Escape = (value) => ({ text: escaped(value, quote) });
	const end = after.indexOf(quote.mark);
	const whole = quote.text + after.slice(0, end < 0 ? after.length : end);
	return isProgram(whole, '') ? inProgram(quote.text, how) : how;
}

function escaped(value: string, { mark, format }: Quote): string {
	const text = value.replaceAll('\\', '\\\\').replaceAll(mark[0] ?? '', `\\${mark[0]}`);
	if (mark === '`') return text.replaceAll('${', '\\${');
	return format ? text.replace(/[{}]/g, '$&$&') : text;
}

/** Part of a name stays a name; a value of its own is a number or becomes a text. */
function bare(piece: string, after: string): Escape {
	const alone = /(?:^|[\s(,=:[{+])$/.test(piece) && /^(?:$|[\s),:\]};+])/.test(after);
	return (value) => {
		if (!alone) return /^[A-Za-z0-9_]+$/.test(value) ? { text: value } : { refused: 'plain' };
		if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value)) return { text: value };
		return { text: `'${value.replace(/[\\']/g, '\\$&')}'` };
	};
}
