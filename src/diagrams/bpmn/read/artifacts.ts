import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, isKindOf, propertyOf } from './access.ts';
import { dataName } from './data.ts';
import type { Ledger } from './notes.ts';
import type { FlowDraft, NodeDraft } from './types.ts';

/** What the artifacts around the nodes add to them. */
export interface Hung {
	readonly nodes: readonly NodeDraft[];
	/** Annotations that hang on no node. */
	readonly texts: readonly string[];
	/** Ways out of boundary events that are drawn as associations (compensation). */
	readonly flows: readonly FlowDraft[];
}

/**
 * Hangs annotations and data on the nodes that associations connect them with.
 *
 * @param own artifacts of the process or subprocess itself
 * @param around artifacts of the collaboration, which may belong to any of its processes
 */
export function hang(
	nodes: readonly NodeDraft[],
	own: readonly ModdleElement[],
	around: readonly ModdleElement[],
	ledger: Ledger,
): Hung {
	const texts = annotationsOf([...own, ...around]);
	const byElement = new Map(nodes.map((node) => [node.element, node]));
	const flows: FlowDraft[] = [];
	const hung = new Set<ModdleElement>();
	for (const association of [...own, ...around].filter((each) => isKindOf(each, 'Association'))) {
		const ends = [elementOf(association, 'sourceRef'), elementOf(association, 'targetRef')];
		const note = ends.find((end) => end && texts.has(end));
		const node = byElement.get(ends.find((end) => end && byElement.has(end)) ?? association);
		if (!node) {
			if (note && own.includes(association)) ledger.carry(association);
			continue;
		}
		const other = ends.find((end) => end && end !== node.element);
		const data = other && !note ? dataName(other, ledger) : '';
		if (note) {
			byElement.set(node.element, { ...node, texts: [...node.texts, texts.get(note) ?? ''] });
			hung.add(note);
			ledger.carry(note);
		} else if (other && node.type === 'boundary' && byElement.has(other)) {
			flows.push({ from: node.element, to: other, label: '', isDefault: false });
		} else if (data !== '') {
			const isNew = !node.own && !node.data.some(({ object }) => object === data);
			if (isNew) byElement.set(node.element, { ...node, data: [...node.data, { object: data }] });
		} else continue;
		ledger.carry(association);
	}
	const loose = own.filter((element) => isKindOf(element, 'TextAnnotation') && !hung.has(element));
	for (const element of loose) {
		if (texts.has(element)) ledger.note('annotation-moved', element);
		else ledger.carry(element);
	}
	return {
		nodes: [...byElement.values()],
		texts: loose.flatMap((element) => texts.get(element) ?? []),
		flows,
	};
}

function annotationsOf(artifacts: readonly ModdleElement[]): Map<ModdleElement, string> {
	const texts = new Map<ModdleElement, string>();
	for (const element of artifacts.filter((each) => isKindOf(each, 'TextAnnotation'))) {
		const text = propertyOf(element, 'text');
		if (typeof text === 'string' && text.trim() !== '') texts.set(element, text.trim());
	}
	return texts;
}
