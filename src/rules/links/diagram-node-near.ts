import { defineRule, editDistance } from '../../model/index.ts';
import { isFlowchart, type NodeMention, nodesOf, placeInFence } from './flowchart.ts';

export const diagramNodeNear = defineRule({
	code: 'MS325',
	rule: 'diagram-node-near',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A node of a diagram is nearly another one', 'zh-CN': '图中节点疑似写错' },
	message: {
		en: ({ node, declared }) =>
			`\`${node}\` is drawn as a node of its own: it stands here only and has no text, while all others have one. Write \`${declared}\`, if that was meant, or give it a text: ${node}[…].`,
		'zh-CN': ({ node, declared }) =>
			`\`${node}\` 会画成单独的节点：它只出现在这里，而且没有文字，其他节点都有。如果指的是 \`${declared}\`，请更正；否则请写上文字：${node}[…]。`,
	},
	why: {
		en: 'Mermaid draws whatever an arrow names. The arrow leads to a box of its own, and from the node that was meant it is missing.',
		'zh-CN': '箭头写到什么名字，Mermaid 就画什么节点。结果多出一个框，而该连上的节点却没有连上。',
	},
	mend: {
		en: 'The id is what stands before the brackets, and letter case counts: `pay` of `pay[Pay the invoice]`.',
		'zh-CN': '编号是括号前面的部分，区分大小写：`pay[付款]` 的编号是 `pay`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md':
						'# A\n\n```mermaid\nflowchart LR\n  order[Order] --> ship[Ship]\n  ship --> done1[Paid] & done2\n```\n',
				},
			},
			{
				files: {
					'docs/a.md':
						'# A\n\n```mermaid\nflowchart LR\n  order[Order] --> stock\n  stock --> stack --> ship[Ship]\n```\n',
				},
			},
		],
		bad: [
			{
				files: {
					'docs/a.md':
						'# A\n\n```mermaid\nflowchart LR\n  order[Order] --> pay[Pay]\n  ordr -- later --> ship[Ship]\n```\n',
				},
				at: 'docs/a.md:6:3',
			},
			{
				files: {
					'docs/a.md':
						'# 甲\n\n- 图\n\n  ```mermaid\n  graph TD;\n    Order["下单"] --> Pay{付款};\n    Pay -->|是| order;\n  ```\n',
				},
				at: 'docs/a.md:8:16',
			},
		],
	},
	check({ document, source, report }) {
		if (document.plainFences) return;
		for (const fence of document.fences) {
			if (fence.lang !== 'mermaid' || fence.unclosed || !isFlowchart(fence)) continue;
			const slip = slipIn(nodesOf(fence) ?? []);
			if (!slip) continue;
			const { mention, declared } = slip;
			report({
				range: placeInFence(fence, source.text, mention.offset, mention.id.length),
				params: { node: mention.id, declared },
				suggestions: [{ value: declared }],
			});
		}
	},
});

/** The one node without a text, named once, that is a slip away from one that has a text. */
function slipIn(mentions: readonly NodeMention[]): { mention: NodeMention; declared: string } | undefined {
	const labelled = new Set(mentions.filter(({ isLabelled }) => isLabelled).map(({ id }) => id));
	const bare = mentions.filter(({ id }) => !labelled.has(id));
	const [mention] = bare;
	if (!mention || bare.length > 1 || labelled.size < 2) return undefined;
	const near = [...labelled].filter((id) => isSlip(mention.id, id));
	const [declared] = near;
	return declared !== undefined && near.length === 1 ? { mention, declared } : undefined;
}

/** One letter of four, two of eight; letter case alone of three. Numbers tell nodes apart on purpose. */
function isSlip(written: string, declared: string): boolean {
	const [one, other] = [written.toLowerCase(), declared.toLowerCase()];
	if (one === other) return one.length >= 3;
	// One of many and the many are two things.
	if (one === `${other}s` || other === `${one}s`) return false;
	const shorter = Math.min(one.length, other.length);
	if (shorter < 4 || one.replace(/\P{N}/gu, '') !== other.replace(/\P{N}/gu, '')) return false;
	const most = shorter < 8 ? 1 : 2;
	return editDistance(one, other, most) <= most;
}
