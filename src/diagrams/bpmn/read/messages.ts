import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, isKindOf, listOf, textOf } from './access.ts';
import type { Ledger } from './notes.ts';

/** A message between pools. */
export interface Message {
	readonly name: string;
	readonly from: ModdleElement;
	readonly to: ModdleElement;
}

/** The message flows of all collaborations; each is noted, as a process document tells of them in words only. */
export function messagesOf(definitions: ModdleElement, ledger: Ledger): Message[] {
	const collaborations = listOf(definitions, 'rootElements').filter((root) =>
		isKindOf(root, 'Collaboration'),
	);
	return collaborations.flatMap((collaboration) =>
		listOf(collaboration, 'messageFlows').flatMap((element) => {
			const from = elementOf(element, 'sourceRef');
			const to = elementOf(element, 'targetRef');
			const message = elementOf(element, 'messageRef');
			if (!from || !to) {
				ledger.note('broken-reference', element);
				return [];
			}
			ledger.note('message-flow', element);
			if (message) ledger.carry(message);
			const name = textOf(element, 'name') || (message ? textOf(message, 'name') : '');
			return [{ name, from, to }];
		}),
	);
}
