import { showProblem } from '../problems.ts';
import type { Services } from '../services.ts';
import { commandTarget } from './target.ts';

/** Restarts every server; without any, starts that of the active file. */
export async function restart({ sessions }: Services): Promise<void> {
	if (sessions.folders().length === 0) {
		const target = await commandTarget();
		if (target) await sessions.ensure(target.folder, target.root);
	} else {
		await Promise.all(sessions.folders().map(sessions.restart));
	}
	for (const folder of sessions.folders()) {
		const standing = sessions.standing(folder);
		if (standing?.type === 'hindered') return showProblem(standing.problem);
	}
}
