import type { ModdleElement } from 'bpmn-moddle';
import { labels } from '../../../../schemas/index.ts';
import { interfaceLanguageOf, type LanguageTag, type ProcessModel, type Step } from '../../../model/index.ts';
import { create } from './moddle.ts';
import { xmlText } from './text.ts';

/**
 * The element of a step. A start that something leads to and an end that leads on are no such events in
 * BPMN; they become intermediate ones. Work of a role in a system is a user task by the standard's words
 * (“a human performer performs the Task with the assistance of a software application”).
 */
export function stepElement(step: Step, id: string, use: StepUse, lang: LanguageTag): ModdleElement {
	const facts = documentationOf(step, lang);
	return create(typeOf(step, use), {
		id,
		name: xmlText(step.name),
		...(facts === '' ? {} : { documentation: [create('bpmn:Documentation', { text: xmlText(facts) })] }),
		extensionElements: create('bpmn:ExtensionElements', { values: [stepFacts(step)] }),
		...(step.type === 'wait' ? { eventDefinitions: [create('bpmn:TimerEventDefinition', {})] } : {}),
		...(step.type === 'subprocess' && step.process ? { calledElement: step.process } : {}),
	});
}

/** Whether flows lead to a step and from it. */
export interface StepUse {
	readonly entered: boolean;
	readonly left: boolean;
}

function typeOf({ type, role, system, transaction }: Step, { entered, left }: StepUse): string {
	switch (type) {
		case 'start':
			return entered ? 'bpmn:IntermediateThrowEvent' : 'bpmn:StartEvent';
		case 'end':
			return left ? 'bpmn:IntermediateThrowEvent' : 'bpmn:EndEvent';
		case 'decision':
			return 'bpmn:ExclusiveGateway';
		case 'wait':
			return 'bpmn:IntermediateCatchEvent';
		case 'subprocess':
			return 'bpmn:CallActivity';
		case 'approval':
			return 'bpmn:UserTask';
		case 'task':
			return role !== '' && (system ?? transaction) !== undefined ? 'bpmn:UserTask' : 'bpmn:Task';
	}
}

function stepFacts(step: Step): ModdleElement {
	const texts = (list: readonly string[]): string[] => list.map(xmlText);
	return create('mainstay:Step', {
		id: step.id,
		type: step.type,
		...(step.transaction === undefined ? {} : { transaction: xmlText(step.transaction) }),
		...(step.system === undefined ? {} : { system: xmlText(step.system) }),
		...(step.process === undefined ? {} : { process: step.process }),
		data: step.data.map(({ object, access }) =>
			create('mainstay:DataUse', { object: xmlText(object), ...(access === undefined ? {} : { access }) }),
		),
		controls: texts(step.controls),
		runbooks: texts(step.runbooks),
		customisations: texts(step.customisations),
	});
}

/** The facts of a step as lines that a reader of any BPMN tool finds under “documentation”. */
function documentationOf(step: Step, lang: LanguageTag): string {
	const language = interfaceLanguageOf(lang);
	const label = (key: string): string => labels[key]?.[language] ?? key;
	const data = step.data.map(({ object, access }) =>
		access === undefined ? object : `${object} (${label(`dataAccess.${access}`)})`,
	);
	const facts: readonly (readonly [string, readonly string[]])[] = [
		['field.type', step.type === 'approval' ? [label('stepType.approval')] : []],
		['field.transaction', step.transaction === undefined ? [] : [step.transaction]],
		['field.system', step.system === undefined ? [] : [step.system]],
		['field.data', data],
		['field.controls', step.controls],
		['field.runbooks', step.runbooks],
		['field.customisations', step.customisations],
	];
	return facts
		.filter(([, values]) => values.length > 0)
		.map(([key, values]) => `${label(key)}: ${values.join(', ')}`)
		.join('\n');
}

/** Which steps are entered and left, by step id. Flows to steps that do not exist count for nothing. */
export function usesOf({ steps, flows }: ProcessModel): (id: string) => StepUse {
	const known = new Set(steps.map(({ id }) => id));
	const real = flows.filter(({ from, to }) => known.has(from) && known.has(to));
	const entered = new Set(real.map(({ to }) => to));
	const left = new Set(real.map(({ from }) => from));
	return (id) => ({ entered: entered.has(id), left: left.has(id) });
}
