import type { DocumentId } from '../../../model/index.ts';
import { isKindOf, propertyOf, textOf } from './access.ts';
import type { Surroundings } from './document.ts';
import { calledBy, type PlannedPart } from './plan.ts';
import type { NodeDraft, ScopeDraft } from './types.ts';

/**
 * Gives every subprocess the process that it opens: the document its inside becomes, the one a call names, or
 * what a file of ours says. One that opens nothing is a task. A subprocess that an event sets off is no step of
 * the flow, only a document.
 */
export function opened(scope: ScopeDraft, surroundings: Surroundings): ScopeDraft {
	const { ledger } = surroundings;
	const nodes = scope.nodes.flatMap((node): NodeDraft[] => {
		if (node.type !== 'subprocess') return [node];
		const part = surroundings.parts.find(({ element }) => element === node.element);
		if (part?.role === 'event-subprocess') {
			ledger.note('event-subprocess', node.element, surroundings.idOf(part));
			return [];
		}
		if (propertyOf(node.element, 'triggeredByEvent') === true) {
			ledger.note('subprocess-empty', node.element);
			return [];
		}
		if (part) ledger.note('subprocess-document', node.element, surroundings.idOf(part));
		const process = part ? surroundings.idOf(part) : calledProcess(node, surroundings);
		if (process) return [{ ...node, process }];
		const isCall = isKindOf(node.element, 'CallActivity');
		ledger.note(isCall ? 'call-without-target' : 'subprocess-empty', node.element, calledBy(node.element));
		return [{ ...node, type: 'task' }];
	});
	const left = new Set(nodes.map(({ element }) => element));
	const flows = scope.flows.filter(({ from, to }) => left.has(from) && left.has(to));
	return { ...scope, nodes, flows };
}

function calledProcess(
	{ element, own }: NodeDraft,
	{ options, parts, idOf }: Surroundings,
): DocumentId | undefined {
	if (own?.process && options.isKnown(own.process)) return own.process;
	const called = calledBy(element);
	if (called === '') return undefined;
	const isTarget = ({ container, element: inside }: PlannedPart): boolean =>
		!inside && textOf(container, 'id') === called;
	const part = parts.find(isTarget);
	if (part) return idOf(part);
	return /^PR-[A-Z0-9]{1,8}-[0-9]{3,6}$/.test(called) && options.isKnown(called) ? called : undefined;
}
