import { resolve } from 'node:path';
import { compile, openProject, type Project } from '../../src/compiler/index.ts';
import { type Document, type DocumentGraph, nearest, phrase, UserError } from '../../src/model/index.ts';
import { type Arguments, type Io, textOption } from '../command.ts';
import { dayOf } from '../date.ts';

export interface OpenDocuments {
	readonly project: Project;
	readonly graph: DocumentGraph;
}

/** The project of the command line and all its documents. */
export async function openDocuments(args: Arguments, io: Io): Promise<OpenDocuments> {
	const project = await openProject(resolve(io.cwd, textOption(args, 'project') ?? '.'));
	const { graph } = await compile(project, { target: 'check', asOf: dayOf(args, io) });
	return { project, graph };
}

/** All processes, each in the first language it exists in. */
export function processesOf(graph: DocumentGraph): Document[] {
	return [...graph.byId.values()]
		.flatMap((versions) => versions.values().next().value ?? [])
		.filter(({ kind }) => kind === 'process');
}

/** The versions of a process, by language. Letter case aside. @throws UserError with the nearest id. */
export function findProcess(graph: DocumentGraph, written: string): ReadonlyMap<string, Document> {
	const id = written.toUpperCase();
	const versions = graph.byId.get(id);
	const first = versions?.values().next().value;
	if (versions && first?.kind === 'process') return versions;
	if (first) throw new UserError('not-a-process', phrase`${id} is a ${first.kind}, not a process.`);
	const ids = processesOf(graph).map((each) => each.id);
	const [best] = nearest(id, ids, 1);
	const title = best ? graph.byId.get(best)?.values().next().value?.title : undefined;
	throw new UserError(
		'unknown-id',
		phrase`There is no process ${written}.`,
		best
			? phrase`Did you mean ${best}${title ? phrase` (${title})` : ''}?`
			: 'See the ids in your process documents.',
	);
}
