import { inert } from '../../src/model/inert.ts';
import { type AnswerInput, byKind, causesText } from './answer.ts';
import { word } from './words.ts';

/** For people at a terminal: every line ends with the place to open. */
export function impactText({ impact, locale, roleName, nearest }: AnswerInput): string {
	if (impact.documents.length === 0) {
		const near = nearest.length > 0 ? [`${word('nearest', locale)}${nearest.join(', ')}`] : [];
		return `${[word('nothing', locale), ...near].join('\n')}\n`;
	}
	const parts = [
		...byKind(impact).flatMap(([kind, documents]) =>
			part(
				word(kind, locale),
				documents.map(({ id, title, causes, file, line }) =>
					inert(`${id}  ${title}  (${causesText(causes, locale)})  ${file}:${line}`),
				),
			),
		),
		...part(
			word('steps', locale),
			impact.steps.map(({ process, step, name, role, file, line }) =>
				inert(`${process}#${step}  ${name}  (${roleName(role)})  ${file}:${line}`),
			),
		),
		...part(word('roles', locale), impact.roles.length > 0 ? [impact.roles.map(roleName).join(', ')] : []),
		...part(
			word('tests', locale),
			impact.tests.map(({ test, note, file, line }) => inert(`${test}  (${note})  ${file}:${line}`)),
		),
	];
	return `${parts.join('\n')}\n`;
}

function part(title: string, lines: readonly string[]): string[] {
	return lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : [];
}
