import type { Mermaid } from 'mermaid';
import { resetChance } from './determinism.ts';
import { messageOf, syntaxFailure } from './failure.ts';
import { finishDrawing } from './finish/finish.ts';
import { redraw } from './redraw.ts';
import { MOST_CHARACTERS } from './settings.ts';
import { prepareSource } from './source.ts';
import type { DrawAnswer, DrawTask } from './types.ts';

/** Draws one fence in a thread that has a DOM. Never rejects. */
export async function draw(mermaid: Mermaid, task: DrawTask): Promise<DrawAnswer> {
	if (task.source.length > MOST_CHARACTERS) {
		return { ok: false, failure: { reason: 'refused', message: `more than ${MOST_CHARACTERS} characters` } };
	}
	const prepared = prepareSource(task.source);
	if (prepared.empty)
		return { ok: false, failure: { reason: 'syntax', message: 'the diagram is empty', line: 1 } };
	const id = `${task.idPrefix}-svg`;
	resetChance();
	let svg: string;
	try {
		({ svg } = await mermaid.render(id, prepared.text));
	} catch (error) {
		return {
			ok: false,
			failure: (await isValid(mermaid, prepared.text)) ? crash(error) : syntaxFailure(error, prepared),
		};
	}
	try {
		return { ok: true, drawn: finishDrawing(redraw(document, svg), { ...task, id }) };
	} catch (error) {
		return { ok: false, failure: crash(error) };
	}
}

async function isValid(mermaid: Mermaid, text: string): Promise<boolean> {
	return mermaid.parse(text).then(
		() => true,
		() => false,
	);
}

function crash(error: unknown): { reason: 'crash'; message: string } {
	return { reason: 'crash', message: messageOf(error) };
}
