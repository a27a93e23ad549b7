import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { MAINSTAY_PACKAGE } from '../vocabulary.ts';
import { faultOfXml, type RefusalReason } from './guard.ts';

export interface ParsedFile {
	readonly ok: true;
	readonly definitions: ModdleElement;
	/** What the parser could make nothing of, in its words. */
	readonly warnings: readonly string[];
}

export interface Refusal {
	readonly ok: false;
	readonly reason: RefusalReason;
	/** The parser's words, one line. */
	readonly detail: string;
}

/** Reads the text of a BPMN file from anywhere. Never throws for what is in it. */
export async function parseBpmn(xml: string): Promise<ParsedFile | Refusal> {
	const fault = faultOfXml(xml);
	if (fault) return { ok: false, reason: fault, detail: '' };
	const moddle = new BpmnModdle({ mainstay: MAINSTAY_PACKAGE });
	try {
		const { rootElement, warnings } = await moddle.fromXML(xml);
		return {
			ok: true,
			definitions: rootElement,
			warnings: warnings.map(({ message }) => firstLine(message)),
		};
	} catch (error) {
		const detail = error instanceof Error ? firstLine(error.message) : '';
		return { ok: false, reason: 'not-bpmn', detail };
	}
}

function firstLine(text: string): string {
	return (text.split('\n')[0] ?? '').slice(0, 200);
}
