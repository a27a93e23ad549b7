const ESCAPES: Readonly<Record<string, string>> = {
	a: '\x07',
	b: '\b',
	t: '\t',
	n: '\n',
	v: '\v',
	f: '\f',
	r: '\r',
	'"': '"',
	'\\': '\\',
};

const LETTERS = new Map(Object.entries(ESCAPES).map(([letter, sign]) => [sign, letter]));

/** A path as git writes it in a patch: as a C string where it holds quotes, control characters or backslashes. */
export function quoteName(name: string): string {
	const escaped = name.replace(/["\\\u0000-\u001f\u007f]/g, (sign) => {
		const letter = LETTERS.get(sign);
		return `\\${letter ?? sign.charCodeAt(0).toString(8).padStart(3, '0')}`;
	});
	return escaped === name ? name : `"${escaped}"`;
}

/** The path that git wrote; what is not quoted stays as it is. */
export function unquoteName(written: string): string {
	if (!written.startsWith('"')) return written;
	const bytes: number[] = [];
	const parts = written.slice(1, written.lastIndexOf('"')).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs);
	for (const [, octal, sign, plain] of parts) {
		if (octal) bytes.push(Number.parseInt(octal, 8));
		else bytes.push(...new TextEncoder().encode(plain ?? ESCAPES[sign ?? ''] ?? sign ?? ''));
	}
	return new TextDecoder().decode(new Uint8Array(bytes));
}
