import type { ExampleEvent, ExamplesByCode, RuleExample } from '../model/index.ts';

const PATH = 'docs/order.md';

function drawn(...lines: readonly string[]): RuleExample {
	return { files: { [PATH]: ['# Order', '', '```mermaid', ...lines, '```', ''].join('\n') } };
}

function bad(place: string, ...lines: readonly string[]): RuleExample {
	return { ...drawn(...lines), at: `${PATH}:${place}` };
}

const good: readonly RuleExample[] = [drawn('flowchart LR', '  order --> pay["pay (in time)"]')];
const befalls = (event: ExampleEvent): RuleExample => ({
	...bad('3:1', 'sequenceDiagram', '  Clerk->>Chief: order 1000'),
	event,
});

/** As many connections. */
function manySteps(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `  step${index} --> step${index + 1}`);
}

/** Of every code that drawing diagrams can find. */
export const diagramsExamples: ExamplesByCode = {
	MS301: {
		bad: [
			bad('5:21', 'flowchart LR', '  order --> pay[pay (in time)]'),
			bad('4:1', 'flowchrt LR', '  order --> pay'),
		],
		good,
	},
	MS302: { bad: [befalls('slow-diagram')], good },
	MS303: { bad: [befalls('failed-diagram')], good },
	MS304: {
		bad: [bad('3:1', 'flowchart LR', ...manySteps(501))],
		good,
	},
};
