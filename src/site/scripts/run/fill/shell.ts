import { type Escape, inProgram, isProgram, type Language, plainOnly, verbatim } from './escape.ts';

interface Open {
	readonly type: 'bare' | "'" | '"' | "$'" | '`' | '$(' | '((' | '${' | 'heredoc';
	/** Text of this context so far, placeholders left out: to see whether it is a program. */
	text: string;
	/** What stood before it. */
	readonly before: string;
	depth: number;
	/** Here-document: its last line, and whether the shell reads into it. */
	readonly end?: string;
	readonly literal?: boolean;
}

/** `'…'` with `'\''` for a quote: the one form that every POSIX shell reads the same. */
function quoted(value: string): string {
	return `'${value.replaceAll("'", "'\\''")}'`;
}

/**
 * sh, bash, zsh. Inside quotes the value is escaped for them, outside it is quoted as a whole; a text that
 * is itself a program (SQL after `-e`, a dictionary after `--kwargs`) takes no quote of that program.
 */
export const shell: Language = (pieces) => {
	const reader = shellReader();
	return pieces.slice(0, -1).map((piece, index) => {
		reader.read(piece);
		return reader.escape(piece, pieces[index + 1] ?? '');
	});
};

function shellReader() {
	const stack: Open[] = [{ type: 'bare', text: '', before: '', depth: 0 }];
	let line = '';
	let isComment = false;
	let pending: Open[] = [];
	const top = (): Open => stack.at(-1) as Open;
	const open = (type: Open['type'], more: Partial<Open> = {}): void => {
		stack.push({ type, text: '', before: line, depth: 0, ...more });
	};
	const close = (): void => {
		if (stack.length > 1) stack.pop();
	};

	function read(text: string): void {
		for (let at = 0; at < text.length; at++) at = step(text, at);
	}

	/** Reads what stands at `at`; answers with the last character read. */
	function step(text: string, at: number): number {
		const char = text[at] ?? '';
		const now = top();
		line = char === '\n' ? '' : line + char;
		now.text += char;
		if (isComment) {
			if (char === '\n') isComment = false;
			return at;
		}
		if (now.type === 'heredoc') return inHeredoc(char, now, at);
		if (now.type === "'") {
			if (char === "'") close();
			return at;
		}
		if (char === '\\' && at + 1 < text.length) {
			now.text += text[at + 1] ?? '';
			line += text[at + 1] ?? '';
			return at + 1;
		}
		if (now.type === "$'") {
			if (char === "'") close();
			return at;
		}
		return now.type === '"' ? inDouble(text, at) : inCode(text, at);
	}

	function inHeredoc(char: string, now: Open, at: number): number {
		if (char !== '\n') return at;
		const last = now.text.slice(0, -1).split('\n').at(-1) ?? '';
		if (last.replace(/^\t+/, '') === now.end) close();
		return at;
	}

	function inDouble(text: string, at: number): number {
		const char = text[at] ?? '';
		if (char === '"') {
			close();
			return at;
		}
		return expansion(text, at);
	}

	function expansion(text: string, at: number): number {
		const rest = text.slice(at, at + 3);
		if (rest === '$((') {
			open('((');
			return at + 2;
		}
		if (rest.startsWith('$(')) {
			open('$(');
			return at + 1;
		}
		if (rest.startsWith('${')) {
			open('${');
			return at + 1;
		}
		if (text[at] === '`') {
			if (top().type === '`') close();
			else open('`');
		}
		return at;
	}

	function inCode(text: string, at: number): number {
		const char = text[at] ?? '';
		const now = top();
		if (text.startsWith("$'", at)) {
			open("$'");
			return at + 1;
		}
		if (char === "'" || char === '"') open(char);
		else if (char === '#' && /(?:^|[\s;&|(])#$/.test(line)) isComment = true;
		else if (char === '\n') startHeredocs();
		else if (text.startsWith('<<', at) && !text.startsWith('<<<', at) && text[at - 1] !== '<')
			noteHeredoc(text, at);
		else if (char === '(') now.depth++;
		else if (char === '{' && now.type === '${') now.depth++;
		else if (char === ')' || char === '}') {
			const closes = char === '}' ? now.type === '${' : now.type === '$(' || now.type === '((';
			if (now.depth > 0 && (char === ')' || now.type === '${')) now.depth--;
			else if (closes) {
				close();
				return now.type === '((' && text[at + 1] === ')' ? at + 1 : at;
			}
		} else return expansion(text, at);
		return at;
	}

	function noteHeredoc(text: string, at: number): void {
		const match = /^<<-?[ \t]*(?:(['"])(.+?)\1|\\?([\w.-]+))/.exec(text.slice(at));
		if (!match) return;
		const literal = match[1] !== undefined || match[0].includes('\\');
		pending.push({
			type: 'heredoc',
			text: '',
			before: '',
			depth: 0,
			end: match[2] ?? match[3] ?? '',
			literal,
		});
	}

	function startHeredocs(): void {
		stack.push(...pending.reverse());
		pending = [];
	}

	return { read, escape: (piece: string, after: string): Escape => escapeFor(piece, after) };

	function escapeFor(piece: string, after: string): Escape {
		if (isComment) return verbatim;
		if (/(?:^|[^\\])(?:\\\\)*\\$/.test(piece)) return plainOnly;
		const now = top();
		const rest = after.slice(0, Math.max(0, after.search(/["'\n]/)));
		switch (now.type) {
			case "'":
				return wrapped(now, rest, (value) => ({ text: value.replaceAll("'", "'\\''") }));
			case "$'":
				return wrapped(now, rest, (value) => ({ text: value.replace(/[\\']/g, '\\$&') }));
			case '"':
				return wrapped(now, rest, inDoubleQuotes);
			case 'heredoc':
				return inProgram(
					now.text,
					now.literal ? verbatim : (value) => ({ text: value.replace(/[\\$`]/g, '\\$&') }),
				);
			case '`':
			case '${':
				return plainOnly;
			case '((':
				return (value) => (/^\d{1,18}$/.test(value) ? { text: value } : { refused: 'number' });
			case '$(':
			case 'bare':
				return bare;
		}
	}

	/** A quoted argument: text, or a program of another language. */
	function wrapped(now: Open, rest: string, how: Escape): Escape {
		// The quote itself is part of what came before the argument.
		const before = now.before.slice(0, -1);
		return isProgram(now.text + rest, before) ? inProgram(now.text, how) : how;
	}

	/** As a word, or part of one. */
	function bare(value: string): ReturnType<Escape> {
		const beginsWord = /(?:^|[\s;&|(=])$/.test(line);
		if (value.startsWith('-') && beginsWord && !/^-\d+$/.test(value)) return { refused: 'dash' };
		if (/^[A-Za-z0-9_.,:/@%+=-]+$/.test(value)) return { text: value };
		return { text: quoted(value) };
	}
}

/** `!` is history in an interactive shell, and no backslash takes that away inside double quotes. */
function inDoubleQuotes(value: string): ReturnType<Escape> {
	return { text: value.replace(/[\\"$`]/g, '\\$&').replaceAll('!', `"'!'"`) };
}
