import type { ExamplesByCode, RuleExample } from '../../model/index.ts';

const PATH = 'docs/panel.mdx';

function bad(line: string, column = 1): RuleExample {
	return { files: { [PATH]: page(line) }, at: `${PATH}:3:${column}` };
}

function page(line: string): string {
	return `# Panel\n\n${line}\n`;
}

const good = (line: string): RuleExample => ({ files: { [PATH]: page(line) } });
const trusted = (line: string): RuleExample => ({
	files: { 'mainstay.yaml': 'mdx: {trusted: [docs/panel.mdx]}\n', [PATH]: page(line) },
});

export const mdxExamples: ExamplesByCode = {
	MS130: {
		bad: [bad('Stock below <10 pieces.', 14), bad('Write {item code} here.', 12)],
		good: [good('Stock below \\<10 pieces.'), good('Write \\{item code} here.')],
	},
	MS131: {
		bad: [bad("import Panel from './panel.js';")],
		good: [good('The panel shows the queue.'), trusted("import Panel from './panel.js';")],
	},
	MS132: { bad: [bad('There are {queues.length} queues.', 11)], good: [good('There are three queues.')] },
	MS133: { bad: [bad('<Dashboard />')], good: [good('See the dashboard.')] },
	MS134: {
		bad: [bad('<Note title={status}>It is open.</Note>')],
		good: [good('<Note title="Open">It is open.</Note>')],
	},
};
