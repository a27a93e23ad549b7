/** Families of languages in which definitions are looked for. */
export type CodeLanguage = 'python' | 'braces' | 'sql' | 'abap' | 'json';

const BY_ENDING: Readonly<Record<string, CodeLanguage>> = {
	py: 'python',
	pyi: 'python',
	js: 'braces',
	mjs: 'braces',
	cjs: 'braces',
	jsx: 'braces',
	ts: 'braces',
	mts: 'braces',
	cts: 'braces',
	tsx: 'braces',
	java: 'braces',
	sql: 'sql',
	pks: 'sql',
	pkb: 'sql',
	abap: 'abap',
	json: 'json',
};

/** What a symbol may be written in, for messages. */
export const SYMBOL_LANGUAGES = 'Python, JavaScript, TypeScript, Java, SQL, ABAP';

/** Undefined for a language in which no definitions can be found. */
export function languageOf(path: string): CodeLanguage | undefined {
	return BY_ENDING[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}
