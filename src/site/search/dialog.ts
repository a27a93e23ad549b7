import type { SearchResult } from '../../search/query/result.ts';
import { createAnnouncer } from './announcer.ts';
import { type Answers, createAnswers, type Shown } from './answers.ts';
import { element } from './element.ts';
import { createEmptyState } from './empty-state.ts';
import { createGapRecorder } from './gap-log.ts';
import { createGapPanel } from './gap-panel.ts';
import { createOptions } from './options.ts';
import { publicQuery } from './public-query.ts';
import { createQuestion } from './question.ts';
import { rememberSearch } from './recent.ts';
import { createReport } from './report.ts';
import { createResultView } from './result-view.ts';
import type { SearchSettings } from './settings.ts';
import { searchText } from './text.ts';

export interface SearchDialog {
	open(): void;
}

const LIMIT = 10;

/** Builds the search dialog and starts loading the index. */
export function createDialog(settings: SearchSettings): SearchDialog {
	const text = searchText(settings.lang);
	const input = element('input', {
		type: 'search',
		class: 'search-input',
		role: 'combobox',
		autocomplete: 'off',
		autocapitalize: 'off',
		spellcheck: 'false',
		placeholder: text.placeholder,
		'aria-label': text.search,
		'aria-controls': 'search-options',
		'aria-expanded': 'false',
		'aria-autocomplete': 'list',
	});
	const close = element('button', { type: 'button', class: 'icon-button', 'aria-label': text.close }, '×');
	const announcer = createAnnouncer();
	const gaps = createGapRecorder(settings.lang);
	const question = createQuestion(input, text, () => ask());
	const view = createResultView(settings, text, question.lineOf);
	const options = createOptions(input, view, text, () => {
		rememberSearch(question.value);
		gaps.served();
	});
	const pick = (query: string): void => {
		question.set(query);
		ask();
		input.focus();
	};
	const report = createReport(text, settings.lang);
	const gapPanel = createGapPanel(text);
	const empty = createEmptyState(settings, text, pick, [report.element, gapPanel.element]);
	const all = element('a', { class: 'search-all', href: settings.page }, text.allResults);
	const dialog = element(
		'dialog',
		{ class: 'search-box', 'aria-label': text.search },
		element('div', { class: 'search-bar' }, element('span', { class: 'search-icon' }), input, close),
		element('div', { class: 'search-scroll' }, question.element, empty.element, options.element),
		element('div', { class: 'search-foot' }, all, element('span', { class: 'search-keys' }, text.keys)),
		announcer.element,
	);
	document.querySelector('.search-dialog')?.append(dialog);

	const answers: Answers = createAnswers(settings.base, {
		show: (shown) => show(shown),
		describe: (results: readonly SearchResult[]) => options.describe(results),
		fail: () => {
			options.clear();
			empty.failed();
		},
	});

	function ask(): void {
		const { value } = question;
		if (value === '') {
			all.href = settings.page;
			gaps.settle();
			answers.forget();
			options.clear();
			empty.start();
			announcer.say('');
		} else answers.ask(value, { lang: settings.lang, limit: LIMIT });
	}

	function show({ answer, results, settled, final }: Shown): void {
		const known = publicQuery(answer.query, results);
		all.href = known ? `${settings.page}?q=${encodeURIComponent(known)}` : settings.page;
		report.about(answer);
		gapPanel.refresh();
		empty.answered(answer, final);
		question.recognise(results);
		options.show(results, settled);
		if (final) gaps.answered(answer.query, answer);
		if (final) announcer.say(results.length > 0 ? text.count(results.length, answer.total) : text.none);
	}

	dialog.addEventListener('close', gaps.settle);
	/** What is hidden must not keep the focus: the next `/` would be taken for typing. */
	const shut = (): void => {
		dialog.close();
		if (dialog.contains(document.activeElement)) input.blur();
	};
	// A search field would spend the first Escape on emptying itself.
	input.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape' || event.isComposing) return;
		event.preventDefault();
		shut();
	});
	close.addEventListener('click', shut);
	dialog.addEventListener('click', (event) => {
		if (event.target === dialog) shut();
	});
	empty.start();
	return {
		open: () => {
			if (!dialog.open) dialog.showModal();
			question.focus();
		},
	};
}
