import type { ModdleElement } from 'bpmn-moddle';
import type { DataAccess, DataUse } from '../../../model/index.ts';
import { elementOf, isKindOf, listOf, textOf } from './access.ts';
import type { Ledger } from './notes.ts';

const DATA = [
	'DataObjectReference',
	'DataStoreReference',
	'DataObject',
	'DataStore',
	'DataInput',
	'DataOutput',
	'Property',
];

/** The data objects that an element reads and writes by its data associations, in order, each once. */
export function dataOf(element: ModdleElement, ledger: Ledger): DataUse[] {
	const uses = new Map<string, DataAccess>();
	const add = (source: ModdleElement | undefined, access: DataAccess): void => {
		const name = source && dataName(source, ledger);
		if (name && uses.get(name) !== 'change') uses.set(name, access);
	};
	for (const association of listOf(element, 'dataInputAssociations')) {
		ledger.carry(association);
		for (const source of listOf(association, 'sourceRef')) add(source, 'read');
	}
	for (const association of listOf(element, 'dataOutputAssociations')) {
		ledger.carry(association);
		add(elementOf(association, 'targetRef'), 'change');
	}
	return [...uses].map(([object, access]) => ({ object, access }));
}

/** The name of a data object or store, else of the object that it refers to; '' for anything else. */
export function dataName(element: ModdleElement, ledger: Ledger): string {
	if (!DATA.some((kind) => isKindOf(element, kind))) return '';
	const target = elementOf(element, 'dataObjectRef') ?? elementOf(element, 'dataStoreRef');
	const name = textOf(element, 'name') || (target ? textOf(target, 'name') : '');
	if (name === '') return '';
	ledger.carry(element);
	const state = elementOf(element, 'dataState');
	if (state) ledger.carry(state);
	if (target) ledger.carry(target);
	return name;
}

/** Names of data inputs or outputs of a whole process. */
export function processData(process: ModdleElement, list: 'dataInputs' | 'dataOutputs'): string[] {
	const specification = elementOf(process, 'ioSpecification');
	const named = specification ? listOf(specification, list).map((each) => textOf(each, 'name')) : [];
	return [...new Set(named.filter((name) => name !== ''))];
}

/** Data objects of a process that no step reads or writes: they are named in the text. */
export function looseData(
	elements: readonly ModdleElement[],
	ledger: Ledger,
	used: ReadonlySet<string>,
): string[] {
	const names = elements.flatMap((element) => {
		const name = dataName(element, ledger);
		if (name === '' && isKindOf(element, 'DataObject')) ledger.carry(element);
		if (name === '' || used.has(name)) return [];
		ledger.note('data-without-step', element);
		return [name];
	});
	return [...new Set(names)];
}
