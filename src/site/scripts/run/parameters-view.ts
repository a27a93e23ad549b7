import { element } from '../../search/element.ts';
import type { Session } from './session.ts';
import { type ValueProblem, valueProblem } from './values.ts';

/** The fields of a runbook's parameters: checked while typing, kept with the run. */
export function wireParameters(session: Session): void {
	const panel = document.querySelector<HTMLElement>('[data-parameters]');
	if (!panel) return;
	const { text } = session;
	const inputs = [...panel.querySelectorAll<HTMLInputElement>('input')];
	const count = element('p', { class: 'parameters-count', role: 'status' });
	panel.querySelector('h2')?.after(count);
	const shows = inputs.map((input) => wireInput(input, session));
	const refresh = (): void => {
		for (const show of shows) show();
		const filled = inputs.filter(({ name }) => session.valid(name) !== '').length;
		const said = text.filledCount(filled, inputs.length);
		if (count.textContent !== said) count.textContent = said;
		count.toggleAttribute('data-complete', filled === inputs.length);
	};
	session.onChange(refresh);
	refresh();
}

function wireInput(input: HTMLInputElement, session: Session): () => void {
	const { text } = session;
	const parameter = session.parameter(input.name);
	const problem = element('small', { class: 'parameter-problem', id: `${input.id}-problem` });
	input.after(problem);
	input.setAttribute('aria-describedby', problem.id);
	if (parameter?.secret) problem.before(element('small', { class: 'quiet' }, text.secretNote));
	const messages: Readonly<Record<ValueProblem, string>> = {
		pattern: text.notMatching(parameter?.example ?? ''),
		long: text.tooLong,
		control: text.controlCharacters,
	};
	input.addEventListener('input', () => session.type(input.name, input.value));
	return () => {
		const typed = session.typed(input.name);
		if (input.value !== typed) input.value = typed;
		const wrong = valueProblem(typed.trim(), parameter);
		input.setAttribute('aria-invalid', String(wrong !== undefined));
		const said = wrong ? messages[wrong] : '';
		if (problem.textContent !== said) problem.textContent = said;
		const run = session.run();
		input.readOnly = run?.finishedAt !== undefined && !parameter?.secret;
	};
}
