import { element } from '../../search/element.ts';
import { clockText } from '../moment.ts';
import { siteRoot } from '../site-root.ts';
import { button } from './panel.ts';
import { countEnded, type Level, levelsAt, minutesBetween, nextOpen } from './runs.ts';
import type { Session } from './session.ts';
import type { StepView } from './steps-view.ts';

/** Often enough that no minute is shown late; times come from the run, so a device that slept catches up at once. */
const TICK = 5_000;

/** The bar at the foot of the page: progress, time, escalation. Announces only what has changed in kind. */
export function createBar(session: Session, steps: readonly StepView[], record: () => void): HTMLElement {
	const { text, data, ids } = session;
	const meter = element('progress', { max: String(ids.length), 'aria-label': text.barLabel });
	const progress = element('span', { class: 'run-count' });
	const elapsed = element('span', { class: 'run-elapsed' });
	const escalation = element('span', { class: 'run-escalation' });
	const next = button(text.nextStep, 'main', () => {
		const run = session.run();
		const id = run && nextOpen(run, ids);
		steps.find((step) => step.id === id)?.focus();
	});
	const finish = button(text.record, '', record);
	const top = element('a', { href: '#_run', class: 'run-top' }, text.toTop);
	const live = element('span', { class: 'run-live', role: 'status' });
	const bar = element(
		'aside',
		{ class: 'run-bar', 'aria-label': text.barLabel },
		element('div', { class: 'run-bar-in' }, top, meter, progress, elapsed, escalation, next, finish, live),
	);
	const places = wireLevels(session);
	let announced = '';

	const show = (): void => {
		const run = session.active();
		bar.hidden = run === undefined;
		siteRoot().toggleAttribute('data-running', run !== undefined);
		if (!run) {
			announced = '';
			for (const place of places) place(undefined);
			return;
		}
		const now = session.now();
		const ended = countEnded(run, ids);
		meter.value = ended;
		say(progress, ended === ids.length ? text.allDone : text.progress(ended, ids.length));
		next.hidden = ended === ids.length;
		finish.classList.toggle('main', ended === ids.length);
		const minutes = minutesBetween(run.startedAt, now);
		const late = data.minutes !== undefined && minutes > data.minutes;
		say(
			elapsed,
			(data.minutes === undefined ? text.elapsed(minutes) : text.elapsedOf(minutes, data.minutes)) +
				(late ? ` · ${text.late}` : ''),
		);
		elapsed.toggleAttribute('data-late', late);
		const levels = levelsAt(
			run,
			data.escalation.map(({ after }) => after),
			now,
		);
		for (const [index, place] of places.entries()) place(levels[index]);
		const [words, state] = escalationWords(session, levels);
		say(escalation, words);
		escalation.dataset['state'] = state;
		// Counting down is not news; becoming due, and getting late, are.
		const news = [state === 'due' ? words : '', late ? text.late : ''].filter(Boolean).join('. ');
		if (news !== announced) live.textContent = news;
		announced = news;
	};
	session.onChange(show);
	show();
	setInterval(() => {
		show();
		for (const step of steps) step.show();
	}, TICK);
	document.addEventListener('visibilitychange', show);
	return bar;
}

function say(element: HTMLElement, words: string): void {
	if (element.textContent !== words) element.textContent = words;
}

/** The highest level that is due, else the next one to come. */
function escalationWords({ text, data }: Session, levels: readonly Level[]): [words: string, state: string] {
	const due = levels.findLast(({ state }) => state === 'due');
	const to = (level: Level): string => data.escalation[level.index]?.to ?? '';
	if (due) return [text.escalateNow(to(due)), 'due'];
	const [coming] = levels
		.filter(({ state }) => state === 'later')
		.toSorted((a, b) => a.inMinutes - b.inMinutes);
	if (!coming) return ['', ''];
	return [text.escalateIn(to(coming), coming.inMinutes), coming.inMinutes <= 5 ? 'soon' : 'later'];
}

/** In the list of escalation levels: when, and a button that notes that it was done. */
function wireLevels(session: Session): ((level: Level | undefined) => void)[] {
	const { text } = session;
	return [...document.querySelectorAll<HTMLElement>('[data-escalation]')].map((item, index) => {
		const when = element('span', { class: 'run-level' });
		const done = button(text.markEscalated, '', () =>
			session.update((run) => ({ ...run, escalated: { ...run.escalated, [index]: session.now() } })),
		);
		item.append(when, done);
		return (level) => {
			when.hidden = level === undefined;
			done.hidden = level === undefined || level.state === 'done';
			when.dataset['state'] = level?.state ?? '';
			item.toggleAttribute('data-due', level?.state === 'due');
			if (!level) return;
			const at = session.run()?.escalated[index];
			say(
				when,
				level.state === 'done' && at !== undefined
					? text.escalated(clockText(at))
					: level.state === 'due'
						? text.now
						: text.inMinutes(level.inMinutes),
			);
		};
	});
}
