import type { ModdleElement } from 'bpmn-moddle';
import type { Ledger } from './notes.ts';
import type { FlowDraft, NodeDraft, ScopeDraft } from './types.ts';

/** A join with a split behind it would become every way through; with more than this it stays a step. */
const MOST_WAYS = 24;

/**
 * Leaves nodes that are steps: events on the border of an activity become exits of it, gateways that only join
 * or split in parallel are taken out, with the flows running through.
 */
export function reduce(
	scope: ScopeDraft,
	labelOfEvent: (node: NodeDraft) => string,
	ledger: Ledger,
): ScopeDraft {
	const detached = withoutBoundary(scope, labelOfEvent, ledger);
	let { nodes, flows } = detached;
	for (const node of detached.nodes) {
		if (node.type !== 'through') continue;
		const ways = through(node.element, flows);
		if (ways) {
			flows = ways;
			nodes = nodes.filter((each) => each !== node);
		} else nodes = nodes.map((each) => (each === node ? { ...node, type: 'task' } : each));
	}
	return { ...scope, nodes, flows };
}

function withoutBoundary(
	scope: ScopeDraft,
	labelOfEvent: (node: NodeDraft) => string,
	ledger: Ledger,
): ScopeDraft {
	const boundary = new Map(
		scope.nodes.filter(({ type }) => type === 'boundary').map((node) => [node.element, node]),
	);
	const hosts = new Set(scope.nodes.filter(({ type }) => type !== 'boundary').map(({ element }) => element));
	const left = new Set(scope.flows.map(({ from }) => from));
	for (const node of boundary.values())
		if (!left.has(node.element)) ledger.note('boundary-without-exit', node.element);
	const flows = scope.flows.flatMap((flow): FlowDraft[] => {
		const node = boundary.get(flow.from);
		if (!node) return boundary.has(flow.to) ? [] : [flow];
		if (!node.host || !hosts.has(node.host)) {
			ledger.note('broken-reference', node.element);
			return [];
		}
		return [{ ...flow, from: node.host, label: labelOfEvent(node), aside: true }];
	});
	const texts = new Map<ModdleElement, readonly string[]>();
	for (const node of boundary.values()) {
		if (node.host) texts.set(node.host, [...(texts.get(node.host) ?? []), ...node.texts]);
	}
	const nodes = scope.nodes
		.filter(({ type }) => type !== 'boundary')
		.map((node) => ({ ...node, texts: [...node.texts, ...(texts.get(node.element) ?? [])] }));
	return { ...scope, nodes, flows };
}

/** The flows with one node taken out; undefined when that would make too many. */
function through(element: ModdleElement, flows: readonly FlowDraft[]): FlowDraft[] | undefined {
	const arriving = flows.filter(({ from, to }) => to === element && from !== element);
	const leaving = flows.filter(({ from, to }) => from === element && to !== element);
	if (arriving.length > 1 && leaving.length > 1 && arriving.length * leaving.length > MOST_WAYS)
		return undefined;
	return flows.flatMap((flow) => {
		if (flow.from === element) return [];
		return flow.to === element ? leaving.map((next) => joined(flow, next)) : [flow];
	});
}

function joined(first: FlowDraft, second: FlowDraft): FlowDraft {
	const labels = [first.label, second.label].filter((label) => label !== '');
	return { ...first, to: second.to, label: [...new Set(labels)].join(' / ') };
}
