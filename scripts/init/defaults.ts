import { join, posix } from 'node:path';
import type { InterfaceLanguage } from '../../src/model/index.ts';
import {
	type Choices,
	EXAMPLE_KINDS,
	type Pipeline,
	type PresentDocuments,
	type Surroundings,
} from './choices.ts';
import { findDocuments } from './disk.ts';

/** What flags or answers said; everything else follows from the folder. */
export type Wishes = Partial<Omit<Choices, 'present'>>;

/** Every choice that nobody made, made by what is there. `root` is the project, absolute. */
export async function settle(
	wishes: Wishes,
	surroundings: Surroundings,
	root: string,
	system: InterfaceLanguage,
): Promise<Choices> {
	const { settings } = surroundings;
	const docs = settings?.docs ?? wishes.docs ?? (await freeFolder(root));
	const present = await findDocuments(join(root, docs));
	return {
		language: wishes.language ?? settings?.language ?? system,
		docs,
		present,
		// Examples among documents of the same kinds would take their ids.
		kinds: present.isKnowledgeBase ? [] : (wishes.kinds ?? EXAMPLE_KINDS),
		hook: wishes.hook ?? usualHook(surroundings),
		pipelines: wishes.pipelines ?? usualPipelines(surroundings),
		editor: wishes.editor ?? true,
	};
}

const FOLDERS = ['docs', 'kb', 'knowledge-base'];

/**
 * The first usual folder that holds no Markdown yet, or holds a knowledge base: pages that were written for
 * something else are left alone.
 */
export async function freeFolder(root: string): Promise<string> {
	for (const folder of FOLDERS) {
		const { count, isKnowledgeBase }: PresentDocuments = await findDocuments(join(root, folder));
		if (count === 0 || isKnowledgeBase) return folder;
	}
	return posix.join('docs', 'kb');
}

/** The tool that the repository has for hooks, else git itself. */
export function usualHook({ hookManager, isRepository }: Surroundings): Choices['hook'] {
	return hookManager ?? (isRepository ? 'git' : 'none');
}

/** The platforms that show; where none does, the one that most use. */
export function usualPipelines({ pipelines }: Surroundings): Pipeline[] {
	return pipelines.length > 0 ? [...pipelines] : ['github'];
}
