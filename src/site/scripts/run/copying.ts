import { element } from '../../search/element.ts';
import { ask } from './ask.ts';
import { type Command, lacking } from './commands.ts';
import { confirmStep, labelsOf } from './confirm.ts';
import { stepOf } from './runs.ts';
import type { Session } from './session.ts';

/** What the copy buttons of code blocks ask before they copy; see copy.ts. */
export interface CopyRequest {
	copy(): void;
}

/**
 * Copying a command that is not complete says what is missing first; one of a destructive step asks for
 * the step's confirmation. The template itself is copied only when the reader insists.
 */
export function wireCopying(session: Session, commands: readonly Command[]): void {
	document.addEventListener('mainstay:copy', (event) => {
		const { detail } = event as CustomEvent<CopyRequest>;
		const command = commands.find(({ code }) => event.target instanceof Node && event.target.contains(code));
		if (!command || !needsAsking(session, command)) return;
		event.preventDefault();
		void askFirst(session, command, commands).then((may) => {
			if (may) detail.copy();
		});
	});
}

function isDestructive(session: Session, id: string | undefined): boolean {
	return session.data.steps.some((step) => step.id === id && step.risk === 'destructive');
}

function needsAsking(session: Session, command: Command): boolean {
	if (lacking(command).length > 0) return true;
	const { stepId, code } = command;
	if (!stepId || !isDestructive(session, stepId) || code.closest('.rollback')) return false;
	const run = session.active();
	return run ? stepOf(run, stepId).confirmedAt === undefined : false;
}

async function askFirst(session: Session, command: Command, commands: readonly Command[]): Promise<boolean> {
	const { text } = session;
	const missing = lacking(command);
	if (missing.length > 0) {
		const answer = await ask(
			text.missingTitle,
			[element('p', {}, text.missingText(labelsOf(session, missing).join(', ')))],
			[
				{ label: text.fillIn, value: 'fill', tone: 'main' },
				{ label: text.copyTemplate, value: 'copy' },
				{ label: text.cancel, value: '' },
			],
		);
		if (answer === 'fill') focusParameter(missing[0] ?? '');
		return answer === 'copy';
	}
	return command.stepId ? confirmStep(session, command.stepId, commands) : true;
}

function focusParameter(name: string): void {
	const input = document.querySelector<HTMLInputElement>(
		`[data-parameters] input[name="${CSS.escape(name)}"]`,
	);
	input?.focus();
	input?.scrollIntoView({ block: 'center' });
}
