import { defineRule } from '../../model/index.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { isFlowchart, placeInFence } from './flowchart.ts';

export const diagramNodeMissing = defineRule({
	code: 'MS320',
	rule: 'diagram-node-missing',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A click on a node that the diagram does not have', 'zh-CN': 'click 的节点不在图中' },
	message: {
		en: ({ node }) =>
			`The flowchart has no node \`${node}\`, so this line makes nothing a link. Write the id of a node, in the same letter case.`,
		'zh-CN': ({ node }) =>
			`流程图里没有节点 \`${node}\`，这一行不会让任何节点可以点击。请写图中节点的编号，大小写要一致。`,
	},
	why: {
		en: 'Mermaid says nothing about it: the diagram is drawn, and the node that readers should click is dead.',
		'zh-CN': 'Mermaid 不会提示：图照常画出，该能点的节点却点不动。',
	},
	mend: {
		en: 'The id is what stands before the brackets: `pay` in `pay[Pay the invoice]`.',
		'zh-CN': '编号是括号前面的部分：`pay[付款]` 的编号是 `pay`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md':
						'# A\n\n```mermaid\nflowchart LR\n  pay["Pay"] -->|done| 入账:::big --> end-1\n  click pay "a.md"\n  click 入账 href "a.md"\n  click end-1 "a.md"\n```\n',
				},
			},
			{
				files: {
					'docs/a.md': '# A\n\n```mermaid\nclassDiagram\n  class Stock\n  click Stock href "a.md"\n```\n',
				},
			},
		],
		bad: [
			{
				files: {
					'docs/a.md':
						'# A\n\n```mermaid\nflowchart LR\n  order[Order] --> pay[Pey it]\n  click pey "a.md"\n```\n',
				},
				at: 'docs/a.md:6:9',
			},
			{
				files: {
					'docs/a.md': '# A\n\n- B\n\n  ```mermaid\n  graph TD\n    a --> b\n    click c "a.md"\n  ```\n',
				},
				at: 'docs/a.md:8:11',
			},
		],
	},
	check({ document, source, report }) {
		for (const fence of document.fences) {
			if (fence.lang !== 'mermaid' || !CLICK.test(fence.value) || !isFlowchart(fence)) continue;
			const drawn = drawnText(fence.value);
			const nearestTo = indexNearest(
				new Set(drawn.match(/[\p{L}\p{N}_]+/gu)?.filter((word) => !WORDS.has(word))),
			);
			for (const { 0: line, 1: node = '', index } of fence.value.matchAll(CLICKS)) {
				if (node.includes(',') || hasWord(drawn, node)) continue;
				const range = placeInFence(fence, source.text, index + line.length - node.length, node.length);
				report({ range, params: { node }, ...suggest(nearestTo(node)) });
			}
		}
	},
});

const CLICK = /^[ \t]*click[ \t]/m;
const CLICKS = /^[ \t]*click[ \t]+([^\s"]+)/gm;
const WORDS: ReadonlySet<string> = new Set(
	'flowchart graph subgraph end direction TB TD BT LR RL'.split(' '),
);

/** The lines that draw nodes, without their labels. */
function drawnText(value: string): string {
	return value
		.replace(/^[ \t]*(?:click|style|class|classDef|linkStyle|%%)(?=[\s{%]).*$/gm, '')
		.replace(/"[^"]*"/g, '""')
		.replace(/\|[^|\n]*\|/g, ' ')
		.replace(/\[[^[\]]*\]|\([^()]*\)|\{[^{}]*\}/g, ' ')
		.replace(/\[[^[\]]*\]|\([^()]*\)|\{[^{}]*\}/g, ' ');
}

function hasWord(text: string, word: string): boolean {
	const isPart = (unit: string): boolean => /[\p{L}\p{N}_]/u.test(unit);
	for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
		if (!isPart(text.charAt(at - 1)) && !isPart(text.charAt(at + word.length))) return true;
	}
	return false;
}
