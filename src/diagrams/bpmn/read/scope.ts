import type { ModdleElement } from 'bpmn-moddle';
import { documentationOf, elementOf, isKindOf, listOf, ownElement, propertyOf, textOf } from './access.ts';
import { hang } from './artifacts.ts';
import { dataOf, looseData, processData } from './data.ts';
import type { Lanes } from './lanes.ts';
import { nodeOf } from './nodes.ts';
import type { Ledger } from './notes.ts';
import type { FlowDraft, LaneDraft, NodeDraft, ScopeDraft } from './types.ts';

/**
 * Reads a process, or the inside of a subprocess, into nodes and flows.
 *
 * @param outer the lane of the subprocess itself, for nodes that have none of their own
 * @param around artifacts of the collaboration
 */
export function scopeOf(
	container: ModdleElement,
	{ lanes, laneOf }: Lanes,
	outer: LaneDraft | undefined,
	around: readonly ModdleElement[],
	ledger: Ledger,
): ScopeDraft {
	const elements = listOf(container, 'flowElements');
	const nodes = elements
		.filter((element) => isKindOf(element, 'FlowNode'))
		.map((element) => {
			const node = nodeOf(element, laneOf.get(element) ?? outer, ledger);
			const data = dataOf(element, ledger);
			return {
				...node,
				data: node.own ? node.own.data : data,
				texts: node.own ? [] : documentationOf(element),
			};
		});
	const known = new Set(nodes.map(({ element }) => element));
	const flows = elements
		.filter((element) => isKindOf(element, 'SequenceFlow'))
		.flatMap((element) => flowOf(element, known, ledger));
	const hung = hang(nodes, listOf(container, 'artifacts'), around, ledger);
	ledger.carry(...listOf(container, 'documentation'));
	// Of a file of ours it is the summary, which is a field.
	const ownTexts = ownElement(container, 'Process') ? [] : documentationOf(container);
	const used = new Set(hung.nodes.flatMap(({ data }) => data.map(({ object }) => object)));
	return {
		nodes: hung.nodes,
		flows: [...flows, ...linkFlows(nodes), ...hung.flows],
		lanes: lanes.length > 0 || !outer ? lanes : [outer],
		texts: [...ownTexts, ...hung.texts, ...looseData(elements, ledger, used)],
		inputs: processData(container, 'dataInputs'),
		outputs: processData(container, 'dataOutputs'),
	};
}

function flowOf(element: ModdleElement, known: ReadonlySet<ModdleElement>, ledger: Ledger): FlowDraft[] {
	const from = elementOf(element, 'sourceRef');
	const to = elementOf(element, 'targetRef');
	if (!from || !to || !known.has(from) || !known.has(to)) {
		ledger.note('broken-reference', element);
		return [];
	}
	ledger.carry(element, ...listOf(element, 'documentation'));
	const condition = elementOf(element, 'conditionExpression');
	const body = condition ? textOf(condition, 'body') : '';
	const name = textOf(element, 'name');
	if (condition) ledger.carry(condition);
	// The words of a label are for people; the expression of an engine only stands in where there are none.
	if (condition && body !== '') ledger.note('condition', element, body.slice(0, 200));
	return [{ from, to, label: name || body.slice(0, 80), isDefault: propertyOf(from, 'default') === element }];
}

/** A link event that throws leads to the one of the same name that catches. */
function linkFlows(nodes: readonly NodeDraft[]): FlowDraft[] {
	const links = nodes.filter(({ type, element }) => type === 'through' && isKindOf(element, 'Event'));
	const catching = new Map(
		links
			.filter(({ element }) => isKindOf(element, 'CatchEvent'))
			.map((node) => [linkName(node), node.element]),
	);
	return links
		.filter(({ element }) => isKindOf(element, 'ThrowEvent'))
		.flatMap((node) => {
			const to = catching.get(linkName(node));
			return to ? [{ from: node.element, to, label: '', isDefault: false }] : [];
		});
}

function linkName({ element, name }: NodeDraft): string {
	const link = listOf(element, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:LinkEventDefinition');
	return (link && textOf(link, 'name')) || name;
}
