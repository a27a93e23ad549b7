import { type DocumentGraph, type DocumentId, defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';

export const hierarchyCycle = defineRule({
	code: 'MS503',
	rule: 'hierarchy-cycle',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Processes are each other’s parents', 'zh-CN': '流程互为上级' },
	message: {
		en: ({ cycle }) => `The parents go round in a circle: ${cycle}. Change one \`parent\`.`,
		'zh-CN': ({ cycle }) => `上级关系形成了循环：${cycle}。请更正其中一个 \`parent\`。`,
	},
	why: {
		en: 'The map begins at the value chain and goes down. A circle hangs below nothing and is shown nowhere.',
		'zh-CN': '流程图从价值链逐级展开。循环不在任何上级之下，哪里都不会显示。',
	},
	mend: {
		en: 'The parent of a process is the group that contains it.',
		'zh-CN': '流程的上级是包含它的流程组。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md': processExample('order: 1'),
					'docs/b.md': processExample('parent: PR-O2C-0001', 'PR-O2C-0002', 2),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/a.md': processExample('parent: PR-O2C-0001', 'PR-O2C-0001', 2),
				},
				at: 'docs/a.md:9:9',
			},
		],
	},
	check({ graph, report }) {
		for (const cycle of cyclesIn(graph)) {
			const [first = ''] = cycle;
			const document = graph.byId.get(first)?.values().next().value;
			if (!document) continue;
			const others = cycle.slice(1).flatMap((id) => graph.byId.get(id)?.values().next().value ?? []);
			report({
				file: document.file,
				range: valueRange(document, '/parent'),
				params: { cycle: [...cycle, first].join(' → ') },
				related: others.map((other) => ({
					file: other.file,
					range: valueRange(other, '/parent'),
					message: other.title,
				})),
			});
		}
	},
});

/** Every circle of parents once, from its smallest id. Each process has one parent, so walking up finds them all. */
export function cyclesIn({ byId }: Pick<DocumentGraph, 'byId'>): DocumentId[][] {
	const parentOf = (id: DocumentId): DocumentId | undefined => {
		const { parent } = byId.get(id)?.values().next().value?.frontmatter ?? {};
		return typeof parent === 'string' && byId.has(parent) ? parent : undefined;
	};
	const done = new Set<DocumentId>();
	const cycles: DocumentId[][] = [];
	for (const start of byId.keys()) {
		if (parentOf(start) === undefined) continue;
		const path: DocumentId[] = [];
		let id: DocumentId | undefined = start;
		while (id !== undefined && !done.has(id)) {
			done.add(id);
			path.push(id);
			id = parentOf(id);
		}
		const entry = id === undefined ? -1 : path.indexOf(id);
		if (entry !== -1) cycles.push(fromSmallest(path.slice(entry)));
	}
	return cycles;
}

function fromSmallest(cycle: readonly DocumentId[]): DocumentId[] {
	const [smallest = ''] = [...cycle].sort();
	const at = cycle.indexOf(smallest);
	return [...cycle.slice(at), ...cycle.slice(0, at)];
}
