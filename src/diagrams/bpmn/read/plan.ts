import type { ModdleElement } from 'bpmn-moddle';
import { isKindOf, kindOf, listOf, textOf } from './access.ts';
import type { Ledger } from './notes.ts';

/** A part of the file that becomes a document of its own. */
export interface PlannedPart {
	readonly container: ModdleElement;
	readonly pool?: ModdleElement;
	readonly role: 'main' | 'pool' | 'called' | 'subprocess' | 'event-subprocess';
	/** The part whose step opens it. */
	readonly inside?: PlannedPart;
	/** The subprocess element itself, for parts that are the inside of one. */
	readonly element?: ModdleElement;
}

/**
 * Which documents a file becomes: one per pool or process that has steps, the inside of every subprocess as a
 * document below it. The first is the one that no other calls.
 */
export function planParts(definitions: ModdleElement, ledger: Ledger): PlannedPart[] {
	const roots = listOf(definitions, 'rootElements');
	const pools = roots
		.filter((root) => isKindOf(root, 'Collaboration'))
		.flatMap((collaboration) => listOf(collaboration, 'participants'));
	const processes = roots.filter((root) => isKindOf(root, 'Process') && nodesIn(root).length > 0);
	const poolOf = new Map<ModdleElement, ModdleElement>();
	for (const pool of pools) {
		const process = pool.get?.('processRef');
		const found = processes.find((each) => each === process);
		if (found && !poolOf.has(found)) poolOf.set(found, pool);
		if (found) ledger.carry(pool);
		else ledger.note('black-box-pool', pool);
	}
	const called = new Set(
		processes.flatMap((each) => callsIn(each).filter((id) => id !== textOf(each, 'id'))),
	);
	const isCalled = (process: ModdleElement): boolean =>
		called.has(textOf(process, 'id')) && !poolOf.has(process);
	const free = processes.filter((process) => !isCalled(process));
	const leading = free.length > 0 ? free : processes.slice(0, 1);
	const parts: PlannedPart[] = [];
	const add = (
		container: ModdleElement,
		role: PlannedPart['role'],
		more: Partial<PlannedPart> = {},
	): void => {
		const pool = poolOf.get(container);
		const part = { container, role, ...(pool ? { pool } : {}), ...more };
		parts.push(part);
		for (const element of nodesIn(container).filter((node) => isKindOf(node, 'SubProcess'))) {
			if (nodesIn(element).length === 0) continue;
			const inner = element.get?.('triggeredByEvent') === true ? 'event-subprocess' : 'subprocess';
			add(element, inner, { inside: part, element });
		}
	};
	for (const [index, process] of leading.entries()) add(process, index === 0 ? 'main' : 'pool');
	for (const process of processes.filter((each) => !leading.includes(each))) {
		const [main] = parts;
		add(process, 'called', main ? { inside: main } : {});
	}
	return parts;
}

/** Flow nodes directly inside a process or subprocess. */
function nodesIn(container: ModdleElement): ModdleElement[] {
	return listOf(container, 'flowElements').filter((element) => isKindOf(element, 'FlowNode'));
}

function callsIn(container: ModdleElement): string[] {
	return nodesIn(container).flatMap((node) => {
		if (isKindOf(node, 'SubProcess')) return callsIn(node);
		return kindOf(node) === 'callActivity' ? [calledBy(node)] : [];
	});
}

/** The id that a call activity names, without the prefix of its namespace. */
export function calledBy(node: ModdleElement): string {
	return textOf(node, 'calledElement').replace(/^.*:/, '');
}
