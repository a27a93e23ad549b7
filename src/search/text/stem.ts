const SHORTEST = 4;

/**
 * Takes plural and verb endings off an English word so that `posting`, `posted` and `posts` meet. Lighter than Porter's
 * (Program 14(3), 1980): it errs towards leaving a word as it is, because most words here are names of things.
 */
export function stem(word: string): string {
	if (word.length < SHORTEST || /[^a-z]/.test(word)) return word;
	return dropVerbEnding(dropPlural(word));
}

function dropPlural(word: string): string {
	if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
	if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
	if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
	return word;
}

function dropVerbEnding(word: string): string {
	const ending = /(?:ing|ed)$/.exec(word)?.[0];
	if (!ending) return word.replace(/(?<=..[^aeiou])e$/, '');
	const root = word.slice(0, -ending.length);
	if (root.length < 3 || !/[aeiouy]/.test(root)) return word;
	return /([bdgmnprt])\1$/.test(root) ? root.slice(0, -1) : root.replace(/(?<=..[^aeiou])e$/, '');
}
