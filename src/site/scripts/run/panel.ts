import { element } from '../../search/element.ts';
import { momentText } from '../moment.ts';
import { ask } from './ask.ts';
import { changesSince, countEnded, type Run } from './runs.ts';
import type { Session } from './session.ts';

/** The panel above the parameters: starting, naming, switching, finishing and deleting runs. */
export function createPanel(session: Session, record: () => void): HTMLElement {
	const { text } = session;
	const panel = element('section', {
		class: 'panel run-panel',
		id: '_run',
		'aria-label': text.title,
		tabindex: '-1',
	});
	const body = element('div', { class: 'run-panel-body' });
	const runs = element('div', { class: 'run-list' });
	panel.append(element('h2', {}, text.title), body, runs, keysHelp(session));
	let shown = '';
	const show = (): void => {
		const run = session.run();
		// A name being typed must not lose its field: only what changes the shape of the panel draws it anew.
		const shape = JSON.stringify([
			run && [run.id, run.finishedAt, run.recordedAs, run.prints, countEnded(run, session.ids)],
			session.store
				.runs()
				.map((each) => [each.id, each.name, each.finishedAt, countEnded(each, session.ids)]),
			session.store.problem(),
		]);
		if (shape === shown) return;
		const typing = document.activeElement?.matches('.run-name') ?? false;
		shown = shape;
		if (!typing) body.replaceChildren(...(run ? runBody(session, run, record) : startBody(session)));
		runs.replaceChildren(...runList(session, run));
	};
	session.onChange(show);
	show();
	return panel;
}

function startBody(session: Session): Node[] {
	const { text } = session;
	const hasRuns = session.store.runs().length > 0;
	return [
		element('p', { class: 'quiet' }, text.lead),
		...problemNote(session),
		element(
			'p',
			{ class: 'run-actions' },
			button(hasRuns ? text.startAnother : text.start, 'main', () => {
				session.begin();
				document.querySelector<HTMLElement>('.run-name')?.focus();
			}),
			button(text.print, '', () => window.print()),
		),
	];
}

function runBody(session: Session, run: Run, record: () => void): Node[] {
	const { text, ids } = session;
	const name = element('input', {
		type: 'text',
		class: 'run-field run-name',
		maxlength: '120',
		'aria-label': text.runName,
		autocomplete: 'off',
	});
	name.value = run.name;
	name.addEventListener('input', () =>
		session.update((each) => ({ ...each, name: name.value.trim() || text.defaultName(each.number) })),
	);
	const finished = run.finishedAt;
	const facts = [
		text.startedAt(momentText(run.startedAt)),
		...(finished === undefined ? [] : [text.finishedAt(momentText(finished))]),
		text.progress(countEnded(run, ids), ids.length),
		...(run.recordedAs ? [text.recordedAs(run.recordedAs)] : []),
	];
	return [
		element('div', { class: 'run-head' }, name, element('span', { class: 'run-facts' }, facts.join(' · '))),
		...problemNote(session),
		...changeNote(session, run),
		...(finished === undefined ? [] : [element('p', { class: 'quiet' }, text.finished)]),
		element(
			'p',
			{ class: 'run-actions' },
			button(text.recordTitle, 'main', record),
			finished === undefined
				? button(text.finish, '', () => session.update((each) => ({ ...each, finishedAt: session.now() })))
				: button(text.resume, '', () => session.update(({ finishedAt: _ended, ...each }) => each)),
			button(text.print, '', () => window.print()),
			button(text.leave, 'quiet', () => session.follow(undefined)),
			button(text.remove, 'quiet', () => void removeRun(session, run)),
		),
	];
}

async function removeRun(session: Session, run: Run): Promise<void> {
	const { text } = session;
	const answer = await ask(
		text.removeTitle,
		[element('p', {}, text.removeText(run.name))],
		[
			{ label: text.remove, value: 'yes', tone: 'danger' },
			{ label: text.cancel, value: '' },
		],
	);
	if (answer === 'yes') session.remove(run.id);
}

function problemNote({ store, text }: Session): Node[] {
	const problem = store.problem();
	if (!problem) return [];
	const words = {
		blocked: text.noStorage,
		full: text.fullStorage,
		newer: text.newerStorage,
		damaged: text.damagedStorage,
	};
	return [element('p', { class: 'run-warning', role: 'status' }, words[problem])];
}

function changeNote(session: Session, run: Run): Node[] {
	const { text, data, ids, prints } = session;
	const changes = changesSince(run, prints);
	if (!changes) return [];
	const names = (list: readonly string[]): string =>
		list.map((id) => `${ids.indexOf(id) + 1}. ${data.steps[ids.indexOf(id)]?.title ?? id}`).join('; ');
	const lines = [
		...(changes.changed.length > 0 ? [text.changedSteps(names(changes.changed))] : []),
		...(changes.added.length > 0 ? [text.addedSteps(names(changes.added))] : []),
		...(changes.removed > 0 ? [text.removedSteps(changes.removed)] : []),
		...(changes.elsewhere && changes.changed.length + changes.added.length === 0
			? [text.changedElsewhere]
			: []),
	];
	return [
		element(
			'div',
			{ class: 'run-warning', role: 'status' },
			element('strong', {}, text.changedTitle),
			...lines.map((line) => element('p', {}, line)),
			button(text.accept, '', () => session.update((each) => ({ ...each, prints }))),
		),
	];
}

/** The other runs on this device, latest first. */
function runList(session: Session, current: Run | undefined): Node[] {
	const { text, ids, store } = session;
	const others = store
		.runs()
		.filter(({ id }) => id !== current?.id)
		.toSorted((a, b) => b.startedAt - a.startedAt);
	const another = element(
		'p',
		{},
		button(text.startAnother, 'quiet', () => session.begin()),
	);
	if (others.length === 0) return current ? [another] : [];
	const rows = others.map((run) =>
		element(
			'li',
			{},
			element('strong', {}, run.name),
			element(
				'span',
				{ class: 'quiet' },
				[
					momentText(run.startedAt),
					text.progress(countEnded(run, ids), ids.length),
					...(run.finishedAt === undefined ? [] : [text.finishedAt(momentText(run.finishedAt))]),
				].join(' · '),
			),
			button(text.open, '', () => session.follow(run.id), `${text.open}: ${run.name}`),
			button(text.remove, 'quiet', () => void removeRun(session, run), `${text.remove}: ${run.name}`),
		),
	);
	const list = element(
		'details',
		{ class: 'run-others', open: current === undefined },
		element('summary', {}, `${text.runs} (${others.length})`),
		element('ul', {}, ...rows),
		...(current
			? [
					element(
						'p',
						{},
						button(text.startAnother, '', () => session.begin()),
					),
				]
			: []),
	);
	return [list];
}

function keysHelp({ text }: Session): HTMLElement {
	return element(
		'details',
		{ class: 'run-keys' },
		element('summary', {}, text.keys),
		element('p', { class: 'quiet' }, text.keysLead),
		element(
			'dl',
			{},
			...text.keyList.map(([key, does]) =>
				element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, does)),
			),
		),
	);
}

export function button(label: string, tone: string, press: () => void, name?: string): HTMLButtonElement {
	const made = element(
		'button',
		{ type: 'button', class: `run-button ${tone}`.trim(), 'aria-label': name },
		label,
	);
	made.addEventListener('click', press);
	return made;
}
