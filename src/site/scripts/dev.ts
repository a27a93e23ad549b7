import { type DevUpdate, type PageReady, READY_EVENT, UPDATE_EVENT } from '../integration/dev-events.ts';
import type { DevState } from '../plan/dev-state.ts';
import { overlayParent, siteRoot } from './site-root.ts';

/** While writing: reloads the page when it has changed and shows what is wrong over it. */
const state = JSON.parse(document.getElementById('mainstay-dev')?.textContent ?? '{}') as DevState;
let dismissed = '';

function showProblems({ problems, title, hide }: Pick<DevState, 'problems' | 'title' | 'hide'>): void {
	document.querySelector('mainstay-problems')?.remove();
	const key = JSON.stringify(problems);
	if (problems.length === 0 || key === dismissed) return;
	const host = document.createElement('mainstay-problems');
	host.setAttribute('role', 'alert');
	const head = make('header', '', title);
	const close = make('button', '', hide);
	close.addEventListener('click', () => {
		dismissed = key;
		host.remove();
	});
	head.append(close);
	const list = make('ol', '');
	for (const problem of problems) {
		const item = make('li', problem.severity);
		item.append(
			make('code', 'code', problem.code),
			make('code', 'place', problem.place),
			make('p', '', problem.message),
		);
		if (problem.hint) item.append(make('p', 'hint', problem.hint));
		list.append(item);
	}
	host.append(head, list);
	overlayParent().append(host);
}

function make(tag: string, className: string, text = ''): HTMLElement {
	const element = document.createElement(tag);
	element.className = className;
	element.textContent = text;
	return element;
}

showProblems(state);
addEventListener('keydown', (event) => {
	if (event.key === 'Escape') document.querySelector<HTMLElement>('mainstay-problems button')?.click();
});

import.meta.hot?.on(UPDATE_EVENT, (update: DevUpdate) => {
	if (update.routes === 'all' || update.routes.includes(state.route)) location.reload();
	else
		showProblems({
			...state,
			problems: update.problems,
			title: update.titles[siteRoot().lang] ?? '',
		});
});

import.meta.hot?.send(READY_EVENT, { route: state.route, revision: state.revision } satisfies PageReady);
