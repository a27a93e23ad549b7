import type { InterfaceLanguage } from '../../../src/model/index.ts';
import type { Surroundings } from '../choices.ts';
import { installCommands, runner } from '../runner.ts';

/** How a pipeline, which begins at the top of the repository, installs and calls Mainstay. */
export interface Call {
	/** Folder to work in, relative to the top; '' for the top itself. */
	readonly folder: string;
	readonly install: readonly string[];
	readonly run: string;
	/** The project and the language of messages as arguments, with a space before each; '' where neither is needed. */
	readonly project: string;
}

export function callOf({ install, prefix }: Surroundings, language: InterfaceLanguage): Call {
	const { folder } = install;
	const project = prefix.slice(folder.length).replace(/\/$/, '');
	return {
		folder: folder.replace(/\/$/, ''),
		install: installCommands(install),
		run: runner(install),
		project: `${project === '' ? '' : ` ${shellWord(project)}`}${language === 'en' ? '' : ` --locale ${language}`}`,
	};
}

/** A word for sh: plain where it may be, else in single quotes. */
export function shellWord(text: string): string {
	return /^[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
