import type { Command } from './commands.ts';
import { nextOpen } from './runs.ts';
import type { Session } from './session.ts';
import type { StepView } from './steps-view.ts';

/**
 * Single keys, while the focus is on the run's panel, its bar or a step: elsewhere they belong to the
 * reader's own tools (WCAG 2.1, success criterion 2.1.4).
 */
export function wireKeys(
	session: Session,
	steps: readonly StepView[],
	commands: readonly Command[],
	record: () => void,
): void {
	document.addEventListener('keydown', (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !session.run()) return;
		const target = event.target instanceof Element ? event.target : undefined;
		if (!target?.closest('.run-panel, .run-bar, .step') || target.closest('dialog') || isTyping(target))
			return;
		const here = steps.findIndex(({ section }) => section.contains(target));
		const act = actionOf(event.key, here);
		if (!act) return;
		event.preventDefault();
		act();
	});

	function actionOf(key: string, here: number): (() => void) | undefined {
		const step = steps[here];
		switch (key) {
			case 'n':
				return () => (here < 0 ? firstOpen() : steps[Math.min(here + 1, steps.length - 1)])?.focus();
			case 'p':
				return () => steps[Math.max(here - 1, 0)]?.focus();
			case 'r':
				return record;
			case 'd':
				return step?.tick;
			case 'y':
				return step?.expected;
			case 'm':
				return step?.openNote;
			case 'c':
				return step && (() => copyNext(step.id));
			default:
				return undefined;
		}
	}

	function firstOpen(): StepView | undefined {
		const run = session.run();
		const id = run && nextOpen(run, session.ids);
		return steps.find((step) => step.id === id) ?? steps[0];
	}

	let last: Command | undefined;

	/** The commands of a step one after the other, and again from the first. */
	function copyNext(id: string): void {
		const own = commands.filter(({ stepId, code }) => stepId === id && !code.closest('.rollback'));
		const at = last && own.includes(last) ? own.indexOf(last) + 1 : 0;
		last = own[at % Math.max(1, own.length)];
		last?.code.closest('.code')?.querySelector<HTMLElement>('.copy-code')?.click();
	}
}

function isTyping(target: Element): boolean {
	return target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])');
}
