import type { ModdleElement } from 'bpmn-moddle';
import { isElement, kindOf, propertyOf, textOf } from './access.ts';
import type { ImportNote, NoteReason } from './types.ts';

/** Collects what did not go over, and remembers which elements did. */
export class Ledger {
	readonly notes: ImportNote[] = [];
	readonly #carried = new Set<ModdleElement>();

	/** The element is in the document, or a note of its own says what became of it. */
	carry(...elements: readonly ModdleElement[]): void {
		for (const element of elements) this.#carried.add(element);
	}

	note(reason: NoteReason, element: ModdleElement, detail?: string): void {
		this.carry(element);
		const named = textOf(element, 'name') || textOf(element, 'text');
		const note = { reason, element: kindOf(element), id: textOf(element, 'id'), name: named.slice(0, 120) };
		this.notes.push(detail ? { ...note, detail } : note);
	}

	/** A note about the document as a whole. */
	say(reason: NoteReason, detail: string, name = ''): void {
		this.notes.push({ reason, element: '', id: '', name, detail });
	}

	/**
	 * Lists every element of the file that nobody carried: nothing is dropped silently. Of an element that is
	 * listed, the parts are not. Extensions of other tools are counted by tool. Positions are no content: the
	 * drawing is made anew.
	 */
	listRest(definitions: ModdleElement): void {
		const extensions = new Map<string, number>();
		const waiting: ModdleElement[] = [definitions];
		for (let element = waiting.pop(); element; element = waiting.pop()) {
			countForeign(element, extensions);
			for (const child of childrenOf(element).toReversed()) {
				if (this.#carried.has(child) || isFrame(child)) waiting.push(child);
				else if (child.$type === 'bpmn:ExtensionElements') countExtensions(child, extensions);
				else this.note('no-place', child);
			}
		}
		for (const [vendor, count] of extensions) this.say('extension', String(count), vendor);
	}
}

/** Elements inside an element, not those that it only refers to. */
function childrenOf(element: ModdleElement): ModdleElement[] {
	return Object.keys(element).flatMap((key) => {
		const value = propertyOf(element, key);
		const each: readonly unknown[] = Array.isArray(value) ? value : [value];
		return each
			.filter(isElement)
			.filter((child) => child.$parent === element && !child.$type.startsWith('bpmndi:'));
	});
}

/** Carries no content of its own. */
function isFrame({ $type }: ModdleElement): boolean {
	return [
		'bpmn:LaneSet',
		'bpmn:Process',
		'bpmn:Collaboration',
		'bpmn:InputOutputSpecification',
		'bpmn:InputSet',
		'bpmn:OutputSet',
		'bpmn:Property',
		'bpmn:DataInput',
		'bpmn:DataOutput',
	].includes($type);
}

/** Attributes of other vocabularies: `camunda:assignee`. */
function countForeign(element: ModdleElement, extensions: Map<string, number>): void {
	for (const name of Object.keys(element.$attrs ?? {})) {
		const [prefix, local] = name.split(':');
		if (!prefix || !local || ['xmlns', 'xsi', 'xml'].includes(prefix)) continue;
		extensions.set(prefix, (extensions.get(prefix) ?? 0) + 1);
	}
}

function countExtensions(element: ModdleElement, extensions: Map<string, number>): void {
	const values = propertyOf(element, 'values');
	for (const value of Array.isArray(values) ? values.filter(isElement) : []) {
		const vendor = value.$type.split(':')[0] ?? '';
		if (vendor !== 'mainstay') extensions.set(vendor, (extensions.get(vendor) ?? 0) + 1);
	}
}
