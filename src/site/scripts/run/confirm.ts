import { element } from '../../search/element.ts';
import { ask } from './ask.ts';
import { type Command, lacking } from './commands.ts';
import { withStep } from './runs.ts';
import type { Session } from './session.ts';

/**
 * Shows what a destructive step will do, with the filled commands and the way back beside them, and asks
 * for its name to be typed. True when it was confirmed; kept with the run.
 */
export async function confirmStep(
	session: Session,
	id: string,
	commands: readonly Command[],
): Promise<boolean> {
	const { text, data } = session;
	const number = session.ids.indexOf(id) + 1;
	const step = data.steps[number - 1];
	const section = document.getElementById(id);
	if (!step || !section) return false;
	const input = element('input', {
		type: 'text',
		class: 'run-field',
		id: '_confirm-word',
		autocomplete: 'off',
		autocapitalize: 'off',
		spellcheck: 'false',
		'aria-describedby': '_confirm-problem',
	});
	const problem = element('p', { class: 'parameter-problem', id: '_confirm-problem', role: 'alert' });
	const own = commands.filter(({ stepId, code }) => stepId === id && !code.closest('.rollback'));
	const missing = labelsOf(
		session,
		own.flatMap((command) => lacking(command)),
	);
	const answer = ask(
		text.confirmTitle(number, step.title),
		[
			element('p', { class: 'ask-lead' }, text.confirmLead),
			element(
				'div',
				{ class: 'ask-sides' },
				element(
					'section',
					{},
					element('h3', {}, text.confirmWhat),
					...whatIsDone(section, own, text.confirmNoCommand),
				),
				element(
					'section',
					{ class: 'ask-undo' },
					element('h3', {}, text.confirmUndo),
					undoOf(section, text.confirmNoUndo),
				),
			),
			...(missing.length > 0
				? [element('p', { class: 'run-warning' }, text.confirmOpen(missing.join(', ')))]
				: []),
			element('label', { for: input.id, class: 'ask-label' }, text.confirmType(id)),
			input,
			problem,
		],
		[
			{ label: text.confirm, value: 'yes', tone: 'danger' },
			{ label: text.cancel, value: '' },
		],
		{
			wide: true,
			check: (value) => {
				const isRight = value !== 'yes' || input.value.trim() === id;
				problem.textContent = isRight ? '' : text.confirmWrong(id);
				if (!isRight) input.focus();
				return isRight;
			},
		},
	);
	input.focus();
	if ((await answer) !== 'yes') return false;
	if (session.active()) session.update((run) => withStep(run, id, { confirmedAt: session.now() }));
	return true;
}

export function labelsOf(session: Session, names: readonly string[]): string[] {
	return [...new Set(names)].map((name) => session.parameter(name)?.label ?? name);
}

/** The step's own words and commands as they are on the page now, without what the run adds to them. */
function whatIsDone(section: HTMLElement, commands: readonly Command[], byHand: string): Node[] {
	const words = [...section.children].filter((child) =>
		child.matches('p:not(.step-bar, .step-title, .run-gate), ul, ol'),
	);
	const shown: Node[] = words.map((child) => bare(child));
	for (const command of commands)
		shown.push(element('pre', { tabindex: '0' }, element('code', {}, command.text())));
	return shown.length > 0 ? shown : [element('p', {}, byHand)];
}

function undoOf(section: HTMLElement, none: string): Node {
	const rollback = section.querySelector(':scope > .rollback');
	if (!rollback) return element('p', {}, none);
	const copy = bare(rollback);
	copy.querySelector('.rollback-title')?.remove();
	copy.removeAttribute('class');
	return copy;
}

/** A copy that stands twice in the page without its ids and buttons. */
function bare(node: Element): Element {
	const copy = node.cloneNode(true) as Element;
	for (const each of [copy, ...copy.querySelectorAll('[id]')]) each.removeAttribute('id');
	for (const button of copy.querySelectorAll('button')) button.remove();
	return copy;
}
