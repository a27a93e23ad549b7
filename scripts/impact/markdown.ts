import { type AnswerInput, byKind, causesText } from './answer.ts';
import { word } from './words.ts';

/** Lets a job find its own comment again and replace it. */
const MARK = '<!-- mainstay-impact -->';

/** A comment for a pull request: one table per kind, long ones folded. */
export function impactMarkdown({ impact, locale, roleName, nearest }: AnswerInput): string {
	const title = `### ${word('title', locale)}`;
	if (impact.documents.length === 0) {
		const near = nearest.length > 0 ? [`${word('nearest', locale)}${nearest.map(code).join(', ')}`] : [];
		return `${[MARK, title, '', word('nothing', locale), ...near].join('\n')}\n`;
	}
	const tables = [
		...byKind(impact).flatMap(([kind, documents]) =>
			table(
				word(kind, locale),
				[word('document', locale), word('why', locale), word('place', locale)],
				documents.map(({ id, title: name, causes, file, line }) => [
					`**${cell(id)}** ${cell(name)}`,
					cell(causesText(causes, locale)),
					code(`${file}:${line}`),
				]),
			),
		),
		...table(
			word('steps', locale),
			[word('step', locale), word('role', locale), word('place', locale)],
			impact.steps.map(({ process, step, name, role, file, line }) => [
				`**${cell(`${process}#${step}`)}** ${cell(name)}`,
				cell(roleName(role)),
				code(`${file}:${line}`),
			]),
		),
		...(impact.roles.length > 0
			? [
					`**${word('roles', locale)}** (${impact.roles.length}): ${impact.roles.map((key) => cell(roleName(key))).join(', ')}`,
					'',
				]
			: []),
		...table(
			word('tests', locale),
			[word('test', locale), word('note', locale)],
			impact.tests.map(({ test, note }) => [code(test), cell(note)]),
		),
	];
	return `${[MARK, title, '', ...tables].join('\n').trimEnd()}\n`;
}

/** Rows that a reviewer takes in at a glance; more are folded away. */
const OPEN_ROWS = 10;

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
	if (rows.length === 0) return [];
	const lines = [
		`| ${head.join(' | ')} |`,
		`| ${head.map(() => '---').join(' | ')} |`,
		...rows.map((row) => `| ${row.join(' | ')} |`),
	];
	return rows.length > OPEN_ROWS
		? [`<details><summary>${title} (${rows.length})</summary>`, '', ...lines, '', '</details>', '']
		: [`**${title}** (${rows.length})`, '', ...lines, ''];
}

/** Text that stays text inside a cell: nothing in a title becomes a mark, a tag, a mention or a cell of its own. */
function cell(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.replace(/[\\`*_[\]<>|~]/g, '\\$&')
		.replace(/@(?=\w)/g, '@\u200b');
}

/** Code inside a cell; a bar would end the cell even there. */
function code(text: string): string {
	const plain = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
	const ticks = '`'.repeat(Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
	const pad = /^`|`$/.test(plain) ? ' ' : '';
	return `${ticks}${pad}${plain}${pad}${ticks}`;
}
