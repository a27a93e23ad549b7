import type { ModdleElement } from 'bpmn-moddle';
import type { StepType } from '../../../model/index.ts';
import { elementOf, isKindOf, kindOf, listOf, textOf } from './access.ts';
import type { Ledger } from './notes.ts';
import { ownStepOf } from './own-facts.ts';
import type { LaneDraft, NodeDraft } from './types.ts';

/** Types of our own that an element of BPMN may stand for; anything else was changed by hand since. */
const OWN_TYPES: readonly (readonly [string, readonly StepType[]])[] = [
	['Gateway', ['decision']],
	['StartEvent', ['start']],
	['EndEvent', ['end']],
	['IntermediateThrowEvent', ['start', 'end']],
	['CatchEvent', ['wait']],
	['CallActivity', ['subprocess']],
	['SubProcess', ['subprocess']],
	['Task', ['task', 'approval']],
];

/** A node as a step in the making, with notes about what its kind says and a step cannot. */
export function nodeOf(element: ModdleElement, lane: LaneDraft | undefined, ledger: Ledger): NodeDraft {
	ledger.carry(element);
	const own = ownStepOf(element);
	const ownType = own?.type && typesFor(element).includes(own.type) ? own.type : undefined;
	const kind = ownType ? { type: ownType } : foreignKind(element, ledger);
	ledger.carry(...listOf(element, 'documentation'), ...listOf(element, 'eventDefinitions'));
	const loop = elementOf(element, 'loopCharacteristics');
	if (loop) {
		ledger.note('loop-marker', element, kindOf(loop));
		ledger.carry(loop);
	}
	return {
		element,
		...kind,
		name: textOf(element, 'name'),
		...(lane ? { lane } : {}),
		...(own ? { own } : {}),
		data: [],
		texts: [],
	};
}

function typesFor(element: ModdleElement): readonly StepType[] {
	return OWN_TYPES.find(([kind]) => isKindOf(element, kind))?.[1] ?? [];
}

type Kind = Pick<NodeDraft, 'type' | 'host' | 'byEvent'>;

function foreignKind(element: ModdleElement, ledger: Ledger): Kind {
	if (isKindOf(element, 'Gateway')) return gatewayKind(element, ledger);
	if (isKindOf(element, 'Event')) return eventKind(element, ledger);
	if (isKindOf(element, 'SubProcess') || isKindOf(element, 'CallActivity')) return { type: 'subprocess' };
	const kind = kindOf(element);
	if (kind !== 'task' && kind !== 'userTask') ledger.note('task-kind', element, kind);
	return { type: kind === 'receiveTask' ? 'wait' : 'task' };
}

/** With one exit a gateway decides nothing: it only joins, and the flows run through. */
function gatewayKind(element: ModdleElement, ledger: Ledger): Kind {
	const exits = listOf(element, 'outgoing').length;
	if (exits === 0) return { type: 'end' };
	if (exits === 1 || isKindOf(element, 'ParallelGateway')) {
		ledger.note('gateway-dropped', element, exits === 1 ? 'join' : 'split');
		return { type: 'through' };
	}
	if (!isKindOf(element, 'ExclusiveGateway')) ledger.note('gateway-kind', element);
	return isKindOf(element, 'EventBasedGateway') ? { type: 'decision', byEvent: true } : { type: 'decision' };
}

function eventKind(element: ModdleElement, ledger: Ledger): Kind {
	const kinds = listOf(element, 'eventDefinitions').map((each) =>
		kindOf(each).replace(/EventDefinition$/, ''),
	);
	const detail = kinds.join(', ');
	if (isKindOf(element, 'BoundaryEvent')) {
		const host = elementOf(element, 'attachedToRef');
		ledger.note('boundary-event', element, detail);
		return host ? { type: 'boundary', host } : { type: 'boundary' };
	}
	if (kinds.includes('link')) {
		ledger.note('link-event', element);
		return { type: 'through' };
	}
	if (isKindOf(element, 'IntermediateThrowEvent')) {
		ledger.note('throw-event', element, detail);
		return { type: 'task' };
	}
	if (kinds.length > 0 && detail !== 'timer') ledger.note('event-kind', element, detail);
	if (isKindOf(element, 'StartEvent')) return { type: 'start' };
	if (!isKindOf(element, 'EndEvent')) return { type: 'wait' };
	// An end that leads on is none.
	return { type: listOf(element, 'outgoing').length > 0 ? 'task' : 'end' };
}
