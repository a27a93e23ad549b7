import { posix } from 'node:path';
import type { InterfaceLanguage } from '../../src/model/index.ts';
import type { Choices, Installation, Surroundings } from './choices.ts';
import { hookLine } from './hook.ts';
import type { Action } from './plan.ts';
import { typed } from './runner.ts';
import { INIT_WORDS } from './words.ts';

/** What a run of `init` was, for telling it. */
export interface Reported {
	readonly choices: Choices;
	readonly surroundings: Surroundings;
	readonly actions: readonly Action[];
	/** Absolute. */
	readonly top: string;
	readonly cwd: string;
	readonly dryRun: boolean;
	readonly language: InterfaceLanguage;
	/** Another folder was asked for than the settings name. */
	readonly otherFolder?: boolean;
	/** Nobody said which platform runs the pipelines. */
	readonly guessed: boolean;
	/** What the check found in documents that were there before. */
	readonly findings?: { readonly errors: number; readonly warnings: number };
	/** Pages that were left alone in another folder. */
	readonly beside?: { readonly folder: string; readonly count: number };
}

/** What the owner should know of how it was decided, one line each. */
export function notes(reported: Reported): string[] {
	return [...documentNotes(reported), ...hookNotes(reported), ...pipelineNotes(reported)];
}

function documentNotes({
	choices,
	language,
	surroundings,
	findings,
	beside,
	otherFolder,
}: Reported): string[] {
	const words = INIT_WORDS[language];
	const { present, docs } = choices;
	return [
		...(beside ? [words.beside(beside.count, beside.folder, docs)] : []),
		...(present.count > 0 && surroundings.settings === undefined ? [words.present(present.count, docs)] : []),
		...(findings ? [words.findings(findings.errors, findings.warnings)] : []),
		...(surroundings.distTaken ? [words.distTaken(`${typed(surroundings.install)} build --out site`)] : []),
		...(otherFolder ? [words.otherFolder(docs)] : []),
	];
}

function hookNotes(reported: Reported): string[] {
	const { choices, language, surroundings } = reported;
	const words = INIT_WORDS[language];
	const { isRepository, sharedHooks } = surroundings;
	switch (choices.hook) {
		case 'none':
			return isRepository ? [] : [words.noRepository];
		case 'git':
			return sharedHooks === undefined ? [] : [words.sharedHooks(sharedHooks, hookLine(surroundings))];
		case 'lefthook':
			return wrote(reported, /lefthook/) ? [words.lefthook] : [];
		case 'husky':
			return wrote(reported, /^\.husky\//) ? [words.husky] : [];
	}
}

function pipelineNotes(reported: Reported): string[] {
	const { choices, language, surroundings, guessed } = reported;
	const words = INIT_WORDS[language];
	const { listed = '' } = surroundings.install;
	const isGuess = guessed && surroundings.pipelines.length === 0 && wrote(reported, /^\.github\//);
	const isUnreachable = choices.pipelines.length > 0 && leadsOutside(surroundings.install);
	return [...(isGuess ? [words.guessedPipeline] : []), ...(isUnreachable ? [words.unreachable(listed)] : [])];
}

/** Whether package.json takes Mainstay from a place on this machine that is not in the repository. */
function leadsOutside({ listed = '', folder }: Installation): boolean {
	const path = /^(?:file|link|portal):(.*)$/.exec(listed)?.[1];
	if (path === undefined) return false;
	return posix.isAbsolute(path) || posix.join(folder, path).startsWith('..');
}

function wrote({ actions }: Reported, pattern: RegExp): boolean {
	return actions.some(({ do: done, path }) => done === 'write' && pattern.test(path));
}
