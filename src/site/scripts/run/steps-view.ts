import type { ExpectedResult } from '../../../model/index.ts';
import { element } from '../../search/element.ts';
import { clockText } from '../moment.ts';
import type { Command } from './commands.ts';
import { confirmStep } from './confirm.ts';
import {
	endStep,
	minutesBetween,
	nextOpen,
	reopenStep,
	type StepProgress,
	stepOf,
	withStep,
} from './runs.ts';
import type { Session } from './session.ts';

/** What a step offers to the keys and the bar. */
export interface StepView {
	readonly id: string;
	readonly section: HTMLElement;
	tick(): void;
	expected(): void;
	openNote(): void;
	focus(): void;
	/** Brings the times up to date. */
	show(): void;
}

const RESULTS: readonly ExpectedResult[] = ['yes', 'no', 'differs'];

/** Adds the run's controls to every step of the page; they are there while a run is followed. */
export function wireSteps(session: Session, commands: readonly Command[]): StepView[] {
	const views = session.data.steps.flatMap(({ id }, index) => {
		const section = document.getElementById(id);
		return section ? [createStepView(session, commands, section, index)] : [];
	});
	const refresh = (): void => {
		for (const view of views) view.show();
	};
	session.onChange(refresh);
	refresh();
	return views;
}

function createStepView(
	session: Session,
	commands: readonly Command[],
	section: HTMLElement,
	index: number,
): StepView {
	const { text, data, ids } = session;
	const step = data.steps[index];
	const id = step?.id ?? '';
	const destructive = step?.risk === 'destructive';
	section.tabIndex = -1;
	section.setAttribute('aria-label', `${text.step(index + 1)}: ${step?.title ?? ''}`);

	const box = element('input', { type: 'checkbox', id: `_done-${index}` });
	const time = element('span', { class: 'run-time' });
	const skip = element('button', { type: 'button', class: 'run-button quiet' });
	const addNote = element(
		'button',
		{ type: 'button', class: 'run-button quiet', 'aria-expanded': 'false' },
		text.addNote,
	);
	const note = element('textarea', {
		class: 'run-field run-note',
		rows: '2',
		maxlength: '4000',
		placeholder: text.notePlaceholder,
		'aria-label': text.noteLabel(index + 1),
	});
	const controls = element(
		'div',
		{ class: 'run-step' },
		element('label', { class: 'run-check', for: box.id }, box, element('span', {}, text.done)),
		skip,
		addNote,
		time,
		note,
	);
	const here = element('span', { class: 'run-here' }, text.here);
	const choice = expectedChoice(session, index, section, id);
	const gate = destructive ? createGate(session, commands, section, id) : undefined;
	section.querySelector(':scope > .step-bar')?.append(here);
	section.append(controls);
	let noteOpen = false;

	const tick = async (): Promise<void> => {
		const run = session.active();
		if (!run) return;
		if (stepOf(run, id).state !== 'open') {
			session.update((each) => reopenStep(each, id));
			return;
		}
		if (destructive && stepOf(run, id).confirmedAt === undefined) {
			if (!(await confirmStep(session, id, commands))) return;
		}
		session.update((each) => endStep(each, id, 'done', ids, session.now()));
	};
	box.addEventListener('click', (event) => {
		// The box shows what the run says, not what was clicked.
		event.preventDefault();
		void tick();
	});
	skip.addEventListener('click', () => {
		const run = session.active();
		if (!run) return;
		if (stepOf(run, id).state === 'skipped') session.update((each) => reopenStep(each, id));
		else session.update((each) => endStep(each, id, 'skipped', ids, session.now()));
	});
	const openNote = (): void => {
		noteOpen = true;
		show();
		note.focus();
	};
	addNote.addEventListener('click', () => (noteOpen ? closeNote() : openNote()));
	const closeNote = (): void => {
		noteOpen = false;
		show();
	};
	note.addEventListener('input', () => session.update((run) => withStep(run, id, { note: note.value })));

	function show(): void {
		const run = session.run();
		const locked = session.active() === undefined;
		controls.hidden = run === undefined;
		const progress: StepProgress = run ? stepOf(run, id) : { state: 'open' };
		const current = run !== undefined && !locked && nextOpen(run, ids) === id;
		section.toggleAttribute('data-following', run !== undefined);
		section.dataset['state'] = run ? progress.state : '';
		section.toggleAttribute('data-current', current);
		here.hidden = !current;
		// A step that was just taken back shows so at once: the browser restores its box after the click.
		queueMicrotask(() => {
			box.checked = progress.state === 'done';
		});
		setTimeout(() => {
			box.checked = progress.state === 'done';
		});
		box.disabled = locked;
		skip.hidden = progress.state === 'done';
		skip.disabled = locked;
		skip.textContent = progress.state === 'skipped' ? text.undoSkip : text.skip;
		note.hidden = !noteOpen && !progress.note;
		note.readOnly = locked;
		addNote.hidden = Boolean(progress.note);
		addNote.disabled = locked;
		addNote.setAttribute('aria-expanded', String(!note.hidden));
		if (note.value !== (progress.note ?? '')) note.value = progress.note ?? '';
		showTime(time, progress, step?.minutes, current, session);
		choice?.(run !== undefined, progress, locked);
		gate?.(run !== undefined, progress);
	}

	return {
		id,
		section,
		tick: () => void tick(),
		expected: () => {
			if (session.active() && choice) session.update((run) => withStep(run, id, { result: 'yes' }));
		},
		openNote: () => {
			if (session.active()) openNote();
		},
		focus: () => {
			section.focus({ preventScroll: true });
			section.scrollIntoView({ block: 'start' });
		},
		show,
	};
}

function showTime(
	time: HTMLElement,
	{ state, startedAt, endedAt }: StepProgress,
	planned: number | undefined,
	current: boolean,
	{ text, now }: Session,
): void {
	let said = '';
	let over = false;
	if (state === 'skipped') said = text.skipped;
	else if (state === 'done' && endedAt !== undefined) {
		const minutes = minutesBetween(startedAt ?? endedAt, endedAt);
		over = planned !== undefined && minutes > planned;
		said = `${clockText(endedAt)} · ${planned === undefined ? text.took(minutes) : text.tookOf(minutes, planned)}`;
	} else if (current && startedAt !== undefined) {
		const minutes = minutesBetween(startedAt, now());
		over = planned !== undefined && minutes > planned;
		said = planned === undefined ? text.underWay(minutes) : text.tookOf(minutes, planned);
	}
	if (over) said += ` · ${text.overPlan}`;
	if (time.textContent !== said) time.textContent = said;
	time.toggleAttribute('data-over', over);
}

/** Yes, no or differs beside the expected result; undefined for a step that expects nothing. */
function expectedChoice(
	session: Session,
	index: number,
	section: HTMLElement,
	id: string,
): ((shown: boolean, progress: StepProgress, locked: boolean) => void) | undefined {
	const expect = section.querySelector(':scope > .expect');
	if (!expect) return undefined;
	const { text, data } = session;
	const inputs = RESULTS.map((value) => {
		const input = element('input', {
			type: 'radio',
			name: `_expected-${index}`,
			value,
			id: `_expected-${index}-${value}`,
		});
		input.addEventListener('change', () => session.update((run) => withStep(run, id, { result: value })));
		return input;
	});
	const advice = element('p', { class: 'run-warning', role: 'status' });
	const group = element(
		'fieldset',
		{ class: 'run-expected' },
		element('legend', {}, text.asExpected),
		...inputs.map((input, at) =>
			element('label', { for: input.id }, input, element('span', {}, text.results[RESULTS[at] ?? 'yes'])),
		),
	);
	expect.append(group, advice);
	const to = data.escalation[0]?.to;
	return (shown, { result, state }, locked) => {
		group.hidden = !shown;
		group.disabled = locked;
		for (const input of inputs) input.checked = input.value === result;
		const stop = shown && state === 'open' && (result === 'no' || result === 'differs');
		const said = stop ? (to ? text.notExpectedTo(to) : text.notExpected) : '';
		if (advice.textContent !== said) advice.textContent = said;
		advice.hidden = !stop;
	};
}

/** A destructive step says so before its commands, and takes the confirmation. */
function createGate(
	session: Session,
	commands: readonly Command[],
	section: HTMLElement,
	id: string,
): (shown: boolean, progress: StepProgress) => void {
	const { text } = session;
	const button = element('button', { type: 'button', class: 'run-button danger' }, text.gateButton);
	const said = element('span');
	const gate = element('p', { class: 'run-gate' }, said, button);
	button.addEventListener('click', () => void confirmStep(session, id, commands));
	const heading = section.querySelector(':scope > :is(h2, h3, h4, h5, h6, .step-title)');
	(heading ?? section.querySelector(':scope > .step-bar'))?.after(gate);
	return (shown, { confirmedAt, state }) => {
		gate.hidden = !shown || state === 'skipped';
		gate.toggleAttribute('data-confirmed', confirmedAt !== undefined);
		const words = confirmedAt === undefined ? text.gate : text.confirmedAt(clockText(confirmedAt));
		if (said.textContent !== words) said.textContent = words;
		button.hidden = confirmedAt !== undefined || session.active() === undefined;
	};
}
