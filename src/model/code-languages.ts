import names from './code-languages.generated.json' with { type: 'json' };

/** Names that people write and the grammars do not know. */
export const CODE_NICKNAMES: Readonly<Record<string, string>> = {
	shell: 'shellscript',
	conf: 'ini',
	cfg: 'ini',
	env: 'dotenv',
};

/** Names for code that has no colours. */
export const PLAIN_CODE_NAMES: ReadonlySet<string> = new Set([
	'',
	'text',
	'txt',
	'plain',
	'plaintext',
	'none',
	'output',
	'log',
]);

let known: ReadonlySet<string> | undefined;

/** Whether a fence may say this: the highlighter knows it, or it is a name for plain text. Small letters. */
export function isCodeLanguage(name: string): boolean {
	known ??= new Set([...names, ...Object.keys(CODE_NICKNAMES), ...PLAIN_CODE_NAMES]);
	return known.has(name);
}
