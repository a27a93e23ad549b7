import type { Choices, Surroundings } from './choices.ts';
import { documentFiles } from './documents.ts';
import { editorFiles } from './editor.ts';
import { hookFiles } from './hook.ts';
import { pipelineFiles } from './pipelines/index.ts';
import type { Wanted } from './plan.ts';

/** Everything that a project is given, by what was chosen and what is there. Pure; `day` is YYYY-MM-DD. */
export function wantedFiles(choices: Choices, surroundings: Surroundings, day: string): readonly Wanted[] {
	const { language, editor, hook, pipelines } = choices;
	return [
		...documentFiles(choices, surroundings, day),
		ignoredFolders(surroundings),
		...(editor ? editorFiles(surroundings, language) : []),
		...hookFiles(hook, surroundings, language),
		...pipelineFiles(pipelines, surroundings, language),
	];
}

/** What Mainstay makes and nobody commits: its cache, and the built site. */
function ignoredFolders({ prefix, distTaken }: Surroundings): Wanted {
	const lines = ['.mainstay/', ...(distTaken ? [] : ['dist/'])];
	return { path: `${prefix}.gitignore`, text: lines.map((line) => `${line}\n`).join(''), lines };
}
