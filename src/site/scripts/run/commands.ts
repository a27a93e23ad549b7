import { element } from '../../search/element.ts';
import { filledText, fillPlaces, INLINE, type Place } from './fill/index.ts';
import type { Session } from './session.ts';

/** A command of the page: its template, and the text it shows now. */
export interface Command {
	readonly code: HTMLElement;
	readonly stepId: string | undefined;
	text(): string;
	places(): readonly Place[];
}

interface Template {
	readonly pieces: readonly string[];
	readonly names: readonly string[];
	readonly spans: readonly HTMLElement[];
}

/** Puts what is filled in into every command of the page, and says where a value was not safe to put. */
export function wireCommands(session: Session): Command[] {
	return [...document.querySelectorAll<HTMLElement>('.prose code')].flatMap((code) => {
		const template = templateOf(code);
		const frame = code.closest<HTMLElement>('.code');
		if (template.names.length === 0 && !frame) return [];
		const command = createCommand(code, template, frame?.dataset['code'] ?? (frame ? '' : INLINE), session);
		return frame ? [command] : [];
	});
}

/** The text of a command as written, cut at its placeholders. */
function templateOf(code: HTMLElement): Template {
	const spans = [...code.querySelectorAll<HTMLElement>('[data-parameter]')];
	const pieces: string[] = [];
	const range = document.createRange();
	range.selectNodeContents(code);
	for (const span of spans) {
		range.setEndBefore(span);
		pieces.push(range.toString());
		range.selectNodeContents(code);
		range.setStartAfter(span);
	}
	pieces.push(range.toString());
	return { pieces, spans, names: spans.map((span) => span.dataset['parameter'] ?? '') };
}

function createCommand(code: HTMLElement, template: Template, lang: string, session: Session): Command {
	const { pieces, names, spans } = template;
	const warning = element('div', { class: 'run-refused', role: 'status' });
	let places: readonly Place[] = [];
	const show = (): void => {
		places = fillPlaces(pieces, names, lang, session.valid);
		for (const [index, place] of places.entries()) {
			const span = spans[index];
			if (!span) continue;
			const text = place.state === 'filled' ? place.text : `{{${place.name}}}`;
			if (span.textContent !== text) span.textContent = text;
			span.dataset['state'] = place.state;
		}
		showRefusals(warning, code, places, session);
	};
	session.onChange(show);
	show();
	return {
		code,
		stepId: code.closest<HTMLElement>('.step')?.id,
		text: () => filledText(pieces, places),
		places: () => places,
	};
}

function showRefusals(
	warning: HTMLElement,
	code: HTMLElement,
	places: readonly Place[],
	{ text, valid, parameter }: Session,
): void {
	const said = new Set<string>();
	for (const place of places) {
		if (place.state !== 'refused') continue;
		const known = parameter(place.name);
		const value = known?.secret ? '•••' : valid(place.name);
		said.add(text.refused(known?.label ?? place.name, value, text.refusals[place.reason]));
	}
	const lines = [...said];
	if (lines.join('') === warning.textContent) return;
	warning.replaceChildren(...lines.map((line) => element('p', {}, line)));
	if (lines.length > 0 && !warning.isConnected)
		(code.closest('.code') ?? code.closest('p, li, td') ?? code).after(warning);
	if (lines.length === 0) warning.remove();
}

/** Labels of what a command still lacks, each once: nothing typed, or typed but not safe or not of the expected form. */
export function lacking(command: Command): string[] {
	const names = command.places().flatMap(({ name, state }) => (state === 'filled' ? [] : [name]));
	return [...new Set(names)];
}
