import type { RunText } from '../../i18n/run/en.ts';
import type { Choice } from '../../plan/record-data.ts';
import { element } from '../../search/element.ts';

export interface FieldSpec {
	readonly name: string;
	readonly label: string;
	readonly type: 'text' | 'date' | 'number' | 'area' | 'select' | 'cards';
	readonly value?: string;
	readonly choices?: readonly Choice[];
	/** Second line of a choice on a card. */
	readonly hints?: Readonly<Record<string, string>>;
	readonly hint?: string;
	readonly wide?: boolean;
	/** A choice that may stay open. */
	readonly optional?: boolean;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field of a form: its label, its control and the place for what is wrong with it. */
export interface Field {
	readonly element: HTMLElement;
	value(): string;
	set(value: string): void;
	need(needed: boolean): void;
	complain(words: string): void;
	focus(): void;
}

export function createField(spec: FieldSpec, text: RunText, change: () => void): Field {
	return spec.type === 'cards' ? createCards(spec, text, change) : createControl(spec, text, change);
}

function createControl(spec: FieldSpec, text: RunText, change: () => void): Field {
	const id = `_field-${spec.name}`;
	const control = controlOf(spec, id, text);
	const needed = element('small', { class: 'field-needed', hidden: true }, text.required);
	const problem = element('small', { class: 'parameter-problem', id: `${id}-problem` });
	control.setAttribute('aria-describedby', problem.id);
	control.value = spec.value ?? '';
	control.addEventListener('input', change);
	return {
		element: element(
			'div',
			{ class: spec.wide || spec.type === 'area' ? 'field field-wide' : 'field' },
			element('label', { for: id }, spec.label, ' ', needed),
			control,
			spec.hint ? element('small', { class: 'quiet' }, spec.hint) : undefined,
			problem,
		),
		value: () => control.value.trim(),
		set: (value) => {
			control.value = value;
		},
		need: (is) => {
			needed.hidden = !is;
			control.toggleAttribute('aria-required', is);
			if (is) control.setAttribute('aria-required', 'true');
		},
		complain: (words) => {
			problem.textContent = words;
			control.setAttribute('aria-invalid', String(words !== ''));
		},
		focus: () => control.focus(),
	};
}

function controlOf(spec: FieldSpec, id: string, text: RunText): Control {
	const attributes = { id, class: 'run-field', name: spec.name, autocomplete: 'off' };
	if (spec.type === 'area') return element('textarea', { ...attributes, rows: '3', maxlength: '8000' });
	if (spec.type === 'select') return selectOf(spec, attributes, text);
	const type = spec.type === 'number' ? 'text' : spec.type;
	return element('input', {
		...attributes,
		type,
		inputmode: spec.type === 'number' ? 'numeric' : undefined,
		maxlength: '300',
		spellcheck: 'false',
	});
}

function selectOf(spec: FieldSpec, attributes: Record<string, string>, text: RunText): HTMLSelectElement {
	const choices = spec.choices ?? [];
	const value = spec.value ?? '';
	// A key that is not in the vocabulary any more is still what the document says.
	const strange = value !== '' && !choices.some(([key]) => key === value);
	return element(
		'select',
		attributes,
		element('option', { value: '' }, spec.optional ? text.labels.nowhere : text.labels.choose),
		...choices.map(([key, label]) => element('option', { value: key }, label)),
		strange ? element('option', { value }, value) : undefined,
	);
}

/** Radio buttons as large cards: for choices that are made under stress. */
function createCards(spec: FieldSpec, text: RunText, change: () => void): Field {
	const needed = element('small', { class: 'field-needed', hidden: true }, text.required);
	const problem = element('small', { class: 'parameter-problem' });
	const inputs = (spec.choices ?? []).map(([value]) => {
		const input = element('input', {
			type: 'radio',
			name: `_field-${spec.name}`,
			value,
			id: `_field-${spec.name}-${value}`,
		});
		input.checked = value === spec.value;
		input.addEventListener('change', change);
		return input;
	});
	const cards = (spec.choices ?? []).map(([value, label], index) => {
		const input = inputs[index];
		const hint = spec.hints?.[value];
		return element(
			'label',
			{ class: 'card-choice', for: input?.id },
			input,
			element('span', {}, element('b', {}, label), hint ? element('small', {}, hint) : undefined),
		);
	});
	return {
		element: element(
			'fieldset',
			{ class: 'field field-wide field-cards' },
			element('legend', {}, spec.label, ' ', needed),
			element('div', { class: 'cards' }, ...cards),
			problem,
		),
		value: () => inputs.find(({ checked }) => checked)?.value ?? '',
		set: (value) => {
			for (const input of inputs) input.checked = input.value === value;
		},
		need: (is) => {
			needed.hidden = !is;
		},
		complain: (words) => {
			problem.textContent = words;
		},
		focus: () => inputs[0]?.focus(),
	};
}

/** A choice where there is a vocabulary, else free text. */
export function fromVocabulary(choices: readonly Choice[] | undefined): Pick<FieldSpec, 'type' | 'choices'> {
	return choices && choices.length > 0 ? { type: 'select', choices } : { type: 'text' };
}
