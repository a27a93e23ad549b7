import type { Fence } from '../../model/index.ts';

export const SHELLS: ReadonlySet<string> = new Set(
	'sh bash shell zsh powershell ps1 pwsh bat cmd'.split(' '),
);
export const DATABASES: ReadonlySet<string> = new Set('sql mysql psql plsql'.split(' '));

const SQL_COMMENT = /(?:^|\s)(?:--|#)[^\n]*|\/\*[\s\S]*?\*\//g;
const SHELL_COMMENT = /(?:^|\s)(?:#|rem\s|::)[^\n]*/g;
const QUOTED = /'[^']*'|"[^"]*"|`[^`]*`/g;

/** Commands in which comments and texts in quotes are blanks; offsets stay the same. */
export function bareCode({ value, lang }: Fence): string {
	const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
	return value.replace(DATABASES.has(lang) ? SQL_COMMENT : SHELL_COMMENT, blank).replace(QUOTED, blank);
}
