import type { SearchResult } from '../../search/query/result.ts';
import { createAddress } from './address.ts';
import { createAnnouncer } from './announcer.ts';
import { createAnswers, type Shown } from './answers.ts';
import { element } from './element.ts';
import { createEmptyState } from './empty-state.ts';
import { createFilterPanel } from './filters.ts';
import { createGapRecorder } from './gap-log.ts';
import { createGapPanel } from './gap-panel.ts';
import { readSettings } from './opener.ts';
import { createQuestion } from './question.ts';
import { rememberSearch } from './recent.ts';
import { createReport } from './report.ts';
import { createResultView } from './result-view.ts';
import type { SearchSettings } from './settings.ts';
import { searchText } from './text.ts';

const PAGE_SIZE = 20;
const MOST = 200;

function createPage(host: Element, settings: SearchSettings): void {
	const text = searchText(settings.lang);
	const input = element('input', {
		type: 'search',
		class: 'search-input',
		autocomplete: 'off',
		autocapitalize: 'off',
		spellcheck: 'false',
		placeholder: text.placeholder,
		'aria-label': text.search,
	});
	const address = createAddress();
	const announcer = createAnnouncer();
	const gaps = createGapRecorder(settings.lang);
	const gapPanel = createGapPanel(text);
	const question = createQuestion(input, text, () => ask(true));
	const view = createResultView(settings, text, question.lineOf);
	const filters = createFilterPanel(settings, text, () => ask(true));
	const pick = (query: string): void => {
		question.set(query);
		ask(true);
	};
	const empty = createEmptyState(settings, text, pick, []);
	const report = createReport(text, settings.lang);
	const count = element('p', { class: 'search-count' });
	const list = element('ol', { class: 'search-results', 'aria-label': text.results });
	const more = element('button', { type: 'button', class: 'search-more', hidden: true }, text.more);
	let limit = PAGE_SIZE;
	let links = new Map<string, HTMLAnchorElement>();
	const answers = createAnswers(settings.base, {
		show: (shown) => show(shown),
		describe: (results) => {
			for (const result of results) draw(links.get(result.url), result);
		},
		fail: () => empty.failed(),
	});

	function draw(link: HTMLAnchorElement | undefined, result: SearchResult): void {
		if (!link) return;
		link.href = view.href(result);
		link.replaceChildren(view.contents(result));
	}

	function settle(): void {
		gaps.settle();
		gapPanel.refresh();
	}

	function ask(fresh: boolean): void {
		const { value } = question;
		if (fresh) {
			limit = PAGE_SIZE;
			address.write(value, filters.value);
		}
		if (value !== '') {
			answers.ask(value, { lang: settings.lang, limit, filters: filters.value });
			return;
		}
		settle();
		report.element.hidden = true;
		answers.forget();
		filters.show(undefined);
		list.replaceChildren();
		count.textContent = '';
		more.hidden = true;
		empty.start();
	}

	function show({ answer, results, final }: Shown): void {
		empty.answered(answer, final);
		report.about(answer);
		report.element.hidden = false;
		question.recognise(results);
		filters.show(answer.counts);
		links = new Map();
		list.replaceChildren(
			...results.map((result) => {
				const link = element('a', { class: 'search-option' });
				draw(link, result);
				links.set(result.url, link);
				return element('li', {}, link);
			}),
		);
		const summary = results.length > 0 ? text.count(results.length, answer.total) : text.none;
		count.textContent = results.length > 0 ? summary : '';
		more.hidden = !final || answer.total <= results.length || limit >= MOST;
		if (!final) return;
		announcer.say(summary);
		// Filters that leave nothing are not a gap in the knowledge base.
		if (Object.keys(filters.value).length === 0) gaps.answered(answer.query, answer);
	}

	more.addEventListener('click', () => {
		limit = Math.min(MOST, limit + PAGE_SIZE);
		ask(false);
	});
	list.addEventListener('click', () => {
		rememberSearch(question.value);
		gaps.served();
	});
	const restore = (): void => {
		const { query, filters: chosen } = address.read();
		question.set(query);
		filters.set(chosen);
		ask(false);
	};
	window.addEventListener('popstate', restore);
	const form = element(
		'form',
		{ class: 'search-bar', role: 'search', action: settings.page },
		element('span', { class: 'search-icon' }),
		input,
	);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const first = list.querySelector('a');
		if (first) first.focus();
		else settle();
	});
	host.append(
		form,
		question.element,
		element(
			'div',
			{ class: 'search-columns' },
			filters.element,
			element('div', {}, empty.element, count, list, more),
		),
		element('div', { class: 'search-panels' }, report.element, gapPanel.element),
		announcer.element,
	);
	restore();
	input.focus();
}

const host = document.querySelector('[data-search-page]');
const settings = readSettings();
if (host && settings) createPage(host, settings);
