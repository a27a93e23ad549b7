import type { ModdleElement } from 'bpmn-moddle';
import type { StepType } from '../../../model/index.ts';
import type { Ledger } from './notes.ts';
import type { FlowDraft, LaneDraft, NodeDraft, ScopeDraft } from './types.ts';
import type { ImportWords } from './words.ts';

/**
 * Adds what our rules ask for and BPMN leaves implicit: a start for what begins without an event, an end for
 * what stops without one, a label on every exit of a decision, a name for every step.
 */
export function mend(scope: ScopeDraft, words: ImportWords, ledger: Ledger): ScopeDraft {
	return labelled(
		named(started(ended(decided(scope, ledger), words, ledger), words, ledger), words, ledger),
		words,
		ledger,
	);
}

/** A decision with one way is a step, with none an end. */
function decided(scope: ScopeDraft, ledger: Ledger): ScopeDraft {
	const exits = Map.groupBy(scope.flows, ({ from }) => from);
	const nodes = scope.nodes.map((node): NodeDraft => {
		const count = exits.get(node.element)?.length ?? 0;
		if (node.type !== 'decision' || count > 1) return node;
		ledger.note('gateway-one-exit', node.element);
		return { ...node, type: count === 1 ? 'task' : 'end' };
	});
	return { ...scope, nodes };
}

function ended(scope: ScopeDraft, words: ImportWords, ledger: Ledger): ScopeDraft {
	const goesOn = new Set(scope.flows.filter(({ aside }) => !aside).map(({ from }) => from));
	const open = scope.nodes.filter(({ type, element }) => type !== 'end' && !goesOn.has(element));
	const isEndless = open.length === 0 && !scope.nodes.some(({ type }) => type === 'end');
	// Of a circle that nothing leaves, the last node written is where it is left.
	const last = isEndless ? scope.nodes.slice(-1) : open;
	if (last.length === 0 && !isEndless) return scope;
	const [first] = last;
	const end = added('end', words.names.end, first?.lane);
	for (const node of last) ledger.say('end-added', node.name, words.names.end);
	const flows = last.map(({ element }) => flow(element, end.element));
	return { ...scope, nodes: [...scope.nodes, end], flows: [...scope.flows, ...flows] };
}

/** Whatever no start leads to is begun by a start of its own: first what nothing leads to, then cycles. */
function started(scope: ScopeDraft, words: ImportWords, ledger: Ledger): ScopeDraft {
	const exits = Map.groupBy(scope.flows, ({ from }) => from);
	const reached = new Set<ModdleElement>();
	const reach = (element: ModdleElement): void => {
		const waiting = [element];
		for (let each = waiting.pop(); each; each = waiting.pop()) {
			if (reached.has(each)) continue;
			reached.add(each);
			for (const { to } of exits.get(each) ?? []) waiting.push(to);
		}
	};
	for (const { type, element } of scope.nodes) if (type === 'start') reach(element);
	const entered = new Set(scope.flows.filter(({ from, to }) => from !== to).map(({ to }) => to));
	const entries: NodeDraft[] = [];
	const byEntry = [
		...scope.nodes.filter(({ element }) => !entered.has(element)),
		...scope.nodes.filter(({ element }) => entered.has(element)),
	];
	for (const node of byEntry) {
		if (reached.has(node.element)) continue;
		entries.push(node);
		reach(node.element);
	}
	const [first] = entries;
	if (!first) return scope;
	const start = added('start', words.names.start, first.lane);
	for (const node of entries) ledger.say('start-added', node.name, words.names.start);
	const flows = entries.map(({ element }) => flow(start.element, element));
	return { ...scope, nodes: [start, ...scope.nodes], flows: [...flows, ...scope.flows] };
}

function named(scope: ScopeDraft, words: ImportWords, ledger: Ledger): ScopeDraft {
	const nodes = scope.nodes.map((node) => {
		if (node.name !== '' || node.type === 'through' || node.type === 'boundary') return node;
		const name = words.names[node.type];
		// An event without a name is a usual thing, and says by its shape what it is.
		if (node.type !== 'start' && node.type !== 'end') ledger.note('unnamed', node.element, name);
		return { ...node, name };
	});
	return { ...scope, nodes };
}

function labelled(scope: ScopeDraft, words: ImportWords, ledger: Ledger): ScopeDraft {
	const nodes = new Map(scope.nodes.map((node) => [node.element, node]));
	const counts = new Map<ModdleElement, number>();
	const flows = scope.flows.map((each) => {
		const from = nodes.get(each.from);
		if (from?.type !== 'decision') return each;
		const number = (counts.get(each.from) ?? 0) + 1;
		counts.set(each.from, number);
		if (each.label !== '') return each;
		const after = nodes.get(each.to)?.name ?? '';
		if (from.byEvent && after !== '') return { ...each, label: after };
		const label = each.isDefault ? words.otherwise : words.path(number);
		ledger.say('exit-unlabelled', label, from.name);
		return { ...each, label };
	});
	return { ...scope, flows };
}

function added(type: StepType, name: string, lane: LaneDraft | undefined): NodeDraft {
	const element: ModdleElement = { $type: `mainstay:${type}` };
	return { element, type, name, ...(lane ? { lane } : {}), data: [], texts: [] };
}

function flow(from: ModdleElement, to: ModdleElement): FlowDraft {
	return { from, to, label: '', isDefault: false };
}
