import type { WorkspaceEdit } from 'vscode-languageserver';
import type { WorkspaceView } from '../../src/compiler/workspace/index.ts';
import { isCommitted } from '../../src/sources/index.ts';
import { planMove } from '../move/plan.ts';
import { difference, workspaceEdit } from './workspace-edit.ts';

export interface MoveRequest {
	readonly view: WorkspaceView;
	/** Files or folders, from and to, below the root. */
	readonly renames: readonly (readonly [from: string, to: string])[];
	readonly today: string;
	addressOf(path: string): string;
}

/** What `mainstay mv` would rewrite in all files, before the editor moves some: edits of the texts where they lie now. */
export async function editsForMove({ view, renames, today, addressOf }: MoveRequest): Promise<WorkspaceEdit> {
	const files = new Map(
		[...view.sources.keys(), ...view.assets.keys()].flatMap((file) => {
			const to = placeAfter(file, renames);
			return to === undefined ? [] : [[file, to] as const];
		}),
	);
	if (files.size === 0) return {};
	const plan = await planMove(
		view,
		{ files, renames },
		{
			asOf: today,
			isCommitted: (file) => isCommitted(view.config.root, file),
		},
	);
	const edits = plan.texts.flatMap(({ file, before, after }) =>
		before === after ? [] : [difference(file, before, after)],
	);
	return workspaceEdit(edits, addressOf);
}

function placeAfter(file: string, renames: MoveRequest['renames']): string | undefined {
	for (const [from, to] of renames) {
		if (file === from) return to;
		if (file.startsWith(`${from}/`)) return to + file.slice(from.length);
	}
	return undefined;
}
