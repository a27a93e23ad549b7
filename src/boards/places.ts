import type { BoardPlace, Document, DocumentGraph } from '../model/index.ts';
import { textOf } from './board-document.ts';
import { recordsOf } from './process-record.ts';

/** Where a runbook says that its trouble occurs. */
export function placesOf({ frontmatter }: Document): BoardPlace[] {
	return recordsOf(frontmatter['processes']).flatMap(({ process, step }) => {
		const place = placeOf(process, step);
		return place ? [place] : [];
	});
}

/** Where a log says that something happened. */
export function placeOfLog({ frontmatter }: Document): BoardPlace | undefined {
	return placeOf(frontmatter['process'], frontmatter['step']);
}

function placeOf(process: unknown, step: unknown): BoardPlace | undefined {
	const id = textOf(process);
	if (id === undefined) return undefined;
	const at = textOf(step);
	return at === undefined ? { process: id } : { process: id, step: at };
}

/** `PR-O2C-0001#deliver`, or the process alone. */
export function placeKey({ process, step }: BoardPlace): string {
	return step === undefined ? process : `${process}#${step}`;
}

/** Modules of a log: its own, else those of the process that it names. */
export function modulesOf(log: Document, graph: DocumentGraph): readonly string[] {
	const own = log.frontmatter['modules'];
	if (Array.isArray(own) && own.length > 0) return own.filter((each) => typeof each === 'string');
	const process = graph.byId
		.get(textOf(log.frontmatter['process']) ?? '')
		?.values()
		.next().value;
	const modules = process?.frontmatter['modules'];
	return Array.isArray(modules) ? modules.filter((each) => typeof each === 'string') : [];
}
