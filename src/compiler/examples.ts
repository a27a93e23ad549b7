import { configExamples } from '../config/examples.ts';
import { diagramsExamples } from '../diagrams/examples.ts';
import { gateExamples } from '../gate/examples.ts';
import type { ExampleEvent, ExamplesByCode, RuleExamples } from '../model/index.ts';
import { parseExamples } from '../parse/examples/index.ts';
import { rules } from '../rules/index.ts';
import { sourcesExamples } from '../sources/examples.ts';

const FILES = { 'docs/export.md': '# Export of all items\n\n| Item |\n| --- |\n| Screw |\n' };

function befalls(event: ExampleEvent): RuleExamples {
	return { bad: [{ files: FILES, event, at: 'docs/export.md:1:1' }], good: [{ files: FILES }] };
}

/** Of the codes for documents that could not be compiled at all. */
const compilerExamples: ExamplesByCode = {
	MS930: befalls('slow-document'),
	MS931: befalls('failed-document'),
};

/** The examples of every code: those of rules stand with the rule, those of a room beside its findings. */
export const codeExamples: ReadonlyMap<string, RuleExamples> = new Map([
	...rules.map(({ code, examples }) => [code as string, examples] as const),
	...[
		sourcesExamples,
		configExamples,
		parseExamples,
		diagramsExamples,
		gateExamples,
		compilerExamples,
	].flatMap((each) => Object.entries(each)),
]);
