import type { Document, Fence, ProcedureStep } from '../../model/index.ts';
import { firstMark } from '../body/command-marks.ts';
import { withWholePlaceholders } from '../runbooks/placeholders.ts';

/** Languages of what is typed or run; output and settings may be shown in the reader's words. */
const COMMANDS = new Set(
	'sh bash shell zsh console powershell ps1 pwsh bat cmd sql mysql psql plsql python py js javascript abap'.split(
		' ',
	),
);

/** The commands of one step of a runbook, as written. */
export function commandsOf(document: Document, step: ProcedureStep): Fence[] {
	return fencesOf(document, step).filter(({ lang }) => COMMANDS.has(lang));
}

/** The blocks of one step that name no language: MS422 asks for it, and it may be the one of a command. */
export function unnamedOf(document: Document, step: ProcedureStep): Fence[] {
	return fencesOf(document, step).filter(({ lang }) => lang === '');
}

function fencesOf(document: Document, step: ProcedureStep): Fence[] {
	return document.fences.filter(
		({ range }) => range.start.line >= step.range.start.line && range.end.line <= step.range.end.line,
	);
}

/** Texts in quotes, whose words may be translated, stand apart. */
const QUOTED = /("[^"\n]*"|'[^'\n]*')/;

/** How comments begin, by language; `--` is one in SQL and an option in a shell. */
const SHELL_COMMENT = /(?:^|\s)#.*$/;
const SQL_COMMENT = /(?:^|\s)--.*$/;
const COMMENTS: Readonly<Record<string, RegExp>> = {
	bat: /^\s*(?:::|rem\s).*$/i,
	cmd: /^\s*(?:::|rem\s).*$/i,
	sql: SQL_COMMENT,
	mysql: /(?:^|\s)(?:#|--).*$/,
	psql: SQL_COMMENT,
	plsql: SQL_COMMENT,
	js: /(?:^|\s)\/\/.*$/,
	javascript: /(?:^|\s)\/\/.*$/,
	abap: /(?:^\*|").*$/,
};

/** A command as what it does: without comments and spacing, cut at texts in quotes. A lost brace is told elsewhere. */
function partsOf({ value, lang }: Fence): string[] {
	const comment = COMMENTS[lang] ?? SHELL_COMMENT;
	return withWholePlaceholders(value)
		.split(/\r\n|\n|\r/)
		.map((line) => line.replace(comment, ''))
		.join('\n')
		.split(QUOTED)
		.map((part, index) => (index % 2 === 1 ? part : part.replace(/\s+/g, ' ').trim()));
}

/** Two commands do the same when they differ in comments, spacing and words of another script only. */
export function doTheSame(a: Fence, b: Fence): boolean {
	// Marks of running text are told where they stand.
	if (firstMark(a) || firstMark(b)) return true;
	const [one, other] = [partsOf(a), partsOf(b)];
	return (
		one.length === other.length &&
		one.every((part, index) => {
			const counterpart = other[index] ?? '';
			return part === counterpart || (index % 2 === 1 && (isWords(part) || isWords(counterpart)));
		})
	);
}

function isWords(quoted: string): boolean {
	return /[^\p{ASCII}]/u.test(quoted);
}
