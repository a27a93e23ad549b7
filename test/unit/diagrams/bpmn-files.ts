import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { MAINSTAY_PACKAGE } from '../../../src/diagrams/bpmn/vocabulary.ts';
import {
	type BpmnImport,
	type BpmnImportOptions,
	exportBpmn,
	importBpmn,
	layoutProcess,
	type Orientation,
} from '../../../src/diagrams/index.ts';
import type { Frontmatter, ProcessModel } from '../../../src/model/index.ts';
import { SETTINGS } from '../settings.ts';

export async function exported(
	model: ProcessModel,
	{
		orientation = 'rows' as Orientation,
		lang = 'zh-CN',
		frontmatter = {} as Frontmatter,
		dataObjects = false,
	} = {},
): Promise<string> {
	const layout = layoutProcess(model, { orientation, dataObjects });
	return exportBpmn({ model, layout, lang, frontmatter });
}

export async function imported(xml: string, over: Partial<BpmnImportOptions> = {}): Promise<BpmnImport> {
	const result = await importBpmn(xml, {
		config: SETTINGS,
		idOf: (number) => `PR-T-000${number + 1}`,
		isKnown: () => true,
		...over,
	});
	if (!result.ok) throw new Error(`Refused: ${result.reason} ${result.detail}`);
	return result;
}

/** Parses a file strictly: any warning of the library is a fault. */
export async function parsed(xml: string): Promise<ModdleElement> {
	const { rootElement, warnings } = await new BpmnModdle({ mainstay: MAINSTAY_PACKAGE }).fromXML(xml);
	if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join('\n'));
	return rootElement;
}

export function list(element: ModdleElement | undefined, name: string): ModdleElement[] {
	const value = element?.get?.(name);
	return Array.isArray(value) ? (value as ModdleElement[]) : [];
}

export function one(element: ModdleElement | undefined, name: string): ModdleElement | undefined {
	return element?.get?.(name) as ModdleElement | undefined;
}

/** A small file: the inside of `definitions`, with the usual namespaces. */
export function bpmn(inside: string): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:acme="urn:acme" id="D" targetNamespace="urn:t">${inside}</definitions>`;
}

/** A process of nodes written as `task a "Name"` and flows as `a > b "label"`. */
export function processOf(lines: string, id = 'P', attributes = ''): string {
	const flows = [...lines.matchAll(/^\s*(\w+) > (\w+)(?: "(.*)")?$/gm)];
	const nodes = [...lines.matchAll(/^\s*([a-z]\w+) (\w+)(?: "(.*?)")?((?: \w+="[^"]*")*)(?: (<.*))?$/gm)];
	const flowTexts = flows.map(
		([, from, to, label], index) =>
			`<sequenceFlow id="${id}f${index}" sourceRef="${from}" targetRef="${to}"${label ? ` name="${label}"` : ''}/>`,
	);
	const nodeTexts = nodes.map(([, kind, node, name, more = '', inside = '']) => {
		const arriving = flows.flatMap((flow, index) =>
			flow[2] === node ? [`<incoming>${id}f${index}</incoming>`] : [],
		);
		const leaving = flows.flatMap((flow, index) =>
			flow[1] === node ? [`<outgoing>${id}f${index}</outgoing>`] : [],
		);
		return `<${kind} id="${node}"${name ? ` name="${name}"` : ''}${more}>${arriving.join('')}${leaving.join('')}${inside}</${kind}>`;
	});
	return `<process id="${id}" ${attributes}>${nodeTexts.join('')}${flowTexts.join('')}</process>`;
}
