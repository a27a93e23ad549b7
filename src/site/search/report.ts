import type { SearchAnswer } from '../../search/query/result.ts';
import { element } from './element.ts';
import { copyField, saveText } from './save-text.ts';
import { maskSecrets } from './secrets.ts';
import type { SearchText } from './text.ts';

const MOST_LINES = 20;
const LONGEST_LINE = 300;
const MOST_RESULTS = 3;

/** A report ready to be sent by whatever the reader uses: nothing is sent from here. */
export interface Report {
	readonly element: HTMLElement;
	/** Writes the text anew, unless the reader has begun to edit it. */
	about(answer: SearchAnswer): void;
}

export function createReport(text: SearchText, lang: string): Report {
	const field = element('textarea', { class: 'search-report', rows: '12', 'aria-label': text.report.title });
	const said = element('span', { class: 'search-quiet', role: 'status' });
	const copy = element('button', { type: 'button', class: 'search-button' }, text.report.copy);
	const save = element('button', { type: 'button', class: 'search-button' }, text.report.save);
	let isEdited = false;
	field.addEventListener('input', () => {
		isEdited = field.value.trim() !== '';
	});
	copy.addEventListener('click', async () => {
		said.textContent = (await copyField(field)) ? text.report.copied : text.report.selected;
	});
	save.addEventListener('click', () =>
		saveText('problem-report.txt', 'text/plain;charset=utf-8', `${field.value}\n`),
	);
	return {
		element: element(
			'details',
			{ class: 'search-fold' },
			element('summary', {}, text.report.title),
			element('p', { class: 'search-quiet' }, text.report.explain),
			field,
			element('div', { class: 'search-buttons' }, copy, save, said),
		),
		about: (answer) => {
			if (isEdited) return;
			field.value = reportText(text, answer, lang);
			said.textContent = '';
		},
	};
}

/** The question with its secrets masked, where it was asked and what came nearest; then room for the reader. */
export function reportText({ report, language }: SearchText, answer: SearchAnswer, lang: string): string {
	const lines = answer.query.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
	const asked = lines.slice(0, MOST_LINES).map((line) => maskSecrets(line.slice(0, LONGEST_LINE)));
	const nearest = answer.results.slice(0, MOST_RESULTS).map(({ id, title }) => `${id} ${title}`);
	return [
		report.heading,
		'',
		`${report.query}${asked.length > 1 ? '\n' : ''}${asked.join('\n')}${lines.length > MOST_LINES ? '\n…' : ''}`,
		`${report.page}${location.origin}${location.pathname}`,
		`${report.language}${language[lang] ?? lang}`,
		`${report.found}${nearest.length > 0 ? nearest.join('; ') : report.nothing}`,
		'',
		...report.questions.flatMap((question) => [question, '', '']),
	]
		.join('\n')
		.trimEnd();
}
