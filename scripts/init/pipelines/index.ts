import type { InterfaceLanguage } from '../../../src/model/index.ts';
import type { Pipeline, Surroundings } from '../choices.ts';
import type { Wanted } from '../plan.ts';
import { giteaFiles } from './gitea.ts';
import { githubFiles } from './github.ts';
import { gitlabFiles } from './gitlab.ts';

const FILES: Readonly<
	Record<Pipeline, (surroundings: Surroundings, language: InterfaceLanguage) => readonly Wanted[]>
> = { github: githubFiles, gitlab: gitlabFiles, gitea: giteaFiles };

/**
 * The files by which a platform checks changes, and publishes when its owner has said so. The checks need
 * neither secrets nor rights to write; publishing is a job of its own, on the default branch only.
 */
export function pipelineFiles(
	pipelines: readonly Pipeline[],
	surroundings: Surroundings,
	language: InterfaceLanguage,
): readonly Wanted[] {
	return pipelines.flatMap((pipeline) => FILES[pipeline](surroundings, language));
}
