import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { MAINSTAY_PACKAGE } from '../vocabulary.ts';

/** Building its type registry takes longer than writing a file. */
const moddle = new BpmnModdle({ mainstay: MAINSTAY_PACKAGE });

/** A new element, `bpmn:Task` or `mainstay:Step`. */
export function create(type: string, properties: Readonly<Record<string, unknown>>): ModdleElement {
	return moddle.create(type, properties);
}

/** The text of a file, indented. */
export async function toXml(definitions: ModdleElement): Promise<string> {
	return (await moddle.toXML(definitions, { format: true })).xml;
}
