import { posix } from 'node:path';
import type { InterfaceLanguage } from '../../src/model/index.ts';
import type { Hook, Surroundings } from './choices.ts';
import { HOOK_WORDS } from './hook-words.ts';
import { callOf, shellWord } from './pipelines/call.ts';
import type { ByHand, Wanted } from './plan.ts';
import { hookRunner } from './runner.ts';
import { fill, readTemplate } from './templates.ts';

/** The hook that checks before every commit, in the form that the repository uses. */
export function hookFiles(
	hook: Hook,
	surroundings: Surroundings,
	language: InterfaceLanguage,
): readonly Wanted[] {
	switch (hook) {
		case 'none':
			return [];
		case 'lefthook':
			return lefthookFiles(surroundings, language);
		case 'husky':
			return [scriptFile('.husky', surroundings, language)];
		case 'git':
			return surroundings.hooksFolder === undefined
				? []
				: [scriptFile(surroundings.hooksFolder, surroundings, language)];
	}
}

/** Where a hook of another tool stands already, this line in it does the same. */
export function hookLine(surroundings: Surroundings): string {
	const { folder, project } = callOf(surroundings, 'en');
	const run = hookRunner(surroundings.install);
	const line = `${run} check${project} --since HEAD`;
	return folder === '' ? line : `(cd ${shellWord(folder)} && ${line})`;
}

function scriptFile(folder: string, surroundings: Surroundings, language: InterfaceLanguage): Wanted {
	const { install, prefix } = surroundings;
	const words = HOOK_WORDS[language];
	const project = prefix.replace(/\/$/, '');
	const bins = [...new Set([`./${install.folder}`, `./${prefix}`])].map((each) =>
		shellWord(`${each}node_modules/.bin/mainstay`),
	);
	return {
		path: posix.join(folder, 'pre-commit'),
		executable: true,
		text: fill(readTemplate('hooks/pre-commit.sh'), {
			...words,
			candidates: [...bins, 'mainstay'].join(' '),
			project: project === '' ? '' : ` ${shellWord(project)}`,
		}),
		byHand: byHand(hookLine(surroundings)),
	};
}

function byHand(line: string): ByHand {
	return { lines: [line], done: /\bmainstay\b.*\bcheck\b/ };
}

const LEFTHOOK_FILES = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'];

/** A configuration of one's own is extended by a file beside it, never edited. */
function lefthookFiles(surroundings: Surroundings, language: InterfaceLanguage): readonly Wanted[] {
	const { folder, project } = callOf(surroundings, 'en');
	const text = fill(readTemplate('hooks/lefthook.yml'), {
		...HOOK_WORDS[language],
		run: hookRunner(surroundings.install),
		project,
		root: folder === '' ? '' : `      root: ${JSON.stringify(`${folder}/`)}`,
	});
	const present = LEFTHOOK_FILES.find((path) => surroundings.files.has(path));
	const own = present === undefined ? undefined : surroundings.files.get(present);
	if (present === undefined || own?.replaceAll('\r\n', '\n') === text) {
		return [{ path: present ?? 'lefthook.yml', text }];
	}
	const extension = 'lefthook-mainstay.yml';
	const lines = [/^extends:/m.test(own ?? '') ? 'extends: # …' : 'extends:', `  - ${extension}`];
	return [
		{ path: extension, text },
		{ path: present, text: '', byHand: { lines, done: /lefthook-mainstay|\bmainstay\b.*\bcheck\b/ } },
	];
}
