/** Why a value may not stand where the document puts it. */
export type Refusal = 'plain' | 'inner' | 'number' | 'dash' | 'comment';

/** A value as it must be written in its place, or why it cannot be. */
export type Escaped = { readonly text: string } | { readonly refused: Refusal };

/** How a value is written in one place of a command. */
export type Escape = (value: string) => Escaped;

/**
 * The places of a command: `pieces` is its text between the placeholders, so there is one place fewer
 * than there are pieces. A language reads the pieces in order and says how each place is escaped.
 */
export type Language = (pieces: readonly string[]) => Escape[];

/** Letters and digits of any script with the marks of names, hosts, paths and numbers: harmless in every language here. */
const PLAIN = /^[\p{L}\p{N}\p{M}._:/@%+=,-]*$/u;
const PLAIN_SPACED = /^[\p{L}\p{N}\p{M}._:/@%+=, -]*$/u;

/** Where the language of the place is not known: only what means nothing anywhere. */
export function plainOnly(value: string): Escaped {
	return PLAIN.test(value) && !value.includes('--') && !value.startsWith('-')
		? { text: value }
		: { refused: 'plain' };
}

/** The same, where blanks cannot part anything. */
export function plainSpaced(value: string): Escaped {
	return PLAIN_SPACED.test(value) && !value.includes('--') ? { text: value } : { refused: 'plain' };
}

/** Inside the quotes of a program that is itself a text of this one: nothing that could end that text. */
export function innerOnly(then: Escape): Escape {
	return (value) => (/['"`\\‘’“”]/.test(value) ? { refused: 'inner' } : then(value));
}

/** Strict characters first, then the escaping of the place. */
export function both(first: Escape, then: Escape): Escape {
	return (value) => {
		const checked = first(value);
		return 'refused' in checked ? checked : then(checked.text);
	};
}

export function replacing(pattern: RegExp, replacement: string): Escape {
	return (value) => ({ text: value.replace(pattern, replacement) });
}

export const verbatim: Escape = (value) => ({ text: value });

/** Whether a quote is open at the end of a text that is a program of its own. Doubled and escaped quotes close and open again. */
export function innerQuoteOpen(text: string): boolean {
	let open = '';
	for (let at = 0; at < text.length; at++) {
		const char = text[at] ?? '';
		if (char === '\\') at++;
		else if (open === '') {
			if (char === "'" || char === '"' || char === '`') open = char;
		} else if (char === open) open = '';
	}
	return open !== '';
}

/** Texts that are programs: they hold quotes, operators or begin as a query does. */
const PROGRAM =
	/['"`;|<>(){}[\]$]|&&|\\|^\s*(?:select|insert|update|delete|replace|with|call|exec|execute|alter|create|drop|truncate|grant|revoke|kill|set|show|import|print|db\.)\b/i;

/** Words that take a program as their next argument. */
const TAKES_PROGRAM =
	/(?:^|\s)(?:-[a-z]*[ceEQq]|--(?:command|execute|eval|exec|kwargs|args|query|sql|script|expression)|-Command|-EncodedCommand|eval|exec|ssh\s.*|su\s.*|awk(?:\s.*)?|sed(?:\s.*)?|jq(?:\s.*)?|xargs\s.*)[\s=]+$/;

/** Whether a quoted argument is a program rather than a text. */
export function isProgram(argument: string, before: string): boolean {
	return PROGRAM.test(argument) || TAKES_PROGRAM.test(before);
}

/** How a value stands in a text that is a program: inside quotes of its own, or bare. */
export function inProgram(before: string, then: Escape): Escape {
	return innerQuoteOpen(before) ? innerOnly(then) : both(plainOnly, then);
}
