import type { SearchResult } from '../../search/query/result.ts';
import { createAddress } from './address.ts';
import { createAnnouncer } from './announcer.ts';
import { createAnswers, type Shown } from './answers.ts';
import { element } from './element.ts';
import { createEmptyState } from './empty-state.ts';
import { createFilterPanel } from './filters.ts';
import { readSettings } from './opener.ts';
import { createQuestion } from './question.ts';
import { rememberSearch } from './recent.ts';
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
	const view = createResultView(settings, text);
	const address = createAddress();
	const announcer = createAnnouncer();
	const question = createQuestion(input, text, () => ask(true));
	const filters = createFilterPanel(settings, text, () => ask(true));
	const empty = createEmptyState(text, (query) => {
		question.set(query);
		ask(true);
	});
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
		answers.forget();
		list.replaceChildren();
		count.textContent = '';
		more.hidden = true;
		empty.start();
	}

	function show({ answer, results, final }: Shown): void {
		empty.answered(answer, final);
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
		if (final) announcer.say(summary);
	}

	more.addEventListener('click', () => {
		limit = Math.min(MOST, limit + PAGE_SIZE);
		ask(false);
	});
	list.addEventListener('click', () => rememberSearch(question.value));
	const restore = (): void => {
		const { query, filters: chosen } = address.read();
		question.set(query);
		filters.set(chosen);
		ask(false);
	};
	window.addEventListener('popstate', restore);
	const form = element('form', { class: 'search-bar', role: 'search', action: settings.page }, input);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const first = list.querySelector('a');
		if (first) first.focus();
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
		announcer.element,
	);
	restore();
	input.focus();
}

const host = document.querySelector('[data-search-page]');
const settings = readSettings();
if (host && settings) createPage(host, settings);
