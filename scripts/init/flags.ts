import { isAbsolute, posix } from 'node:path';
import { type InterfaceLanguage, nearest, phrase, UserError } from '../../src/model/index.ts';
import { type Arguments, textOption } from '../command.ts';
import { EXAMPLE_KINDS, type Hook, PIPELINES } from './choices.ts';
import type { Wishes } from './defaults.ts';

/** What the command line asks for. Throws a UserError for values that are none. */
export function wishesOf(args: Arguments): Wishes {
	const language = textOption(args, 'lang');
	const docs = textOption(args, 'dir');
	const kinds = listOption(args, 'kinds', EXAMPLE_KINDS);
	const pipelines = listOption(args, 'ci', PIPELINES);
	const hook = textOption(args, 'hook');
	const editor = args.options['editor'];
	return {
		...(language === undefined ? {} : { language: language as InterfaceLanguage }),
		...(docs === undefined ? {} : { docs: checkedFolder(docs) }),
		...(kinds ? { kinds } : {}),
		...(pipelines ? { pipelines } : {}),
		...(hook === undefined || hook === 'auto' ? {} : { hook: hook as Hook }),
		...(typeof editor === 'boolean' ? { editor } : {}),
	};
}

/** Several of the values, separated by commas, or `none`. */
function listOption<T extends string>(args: Arguments, name: string, known: readonly T[]): T[] | undefined {
	const written = textOption(args, name);
	if (written === undefined) return undefined;
	if (written === 'none') return [];
	const values = written.split(/[,，\s]+/).filter(Boolean);
	for (const value of values) {
		if (known.some((each) => each === value)) continue;
		const [best] = nearest(value, known, 1);
		throw new UserError(
			'flag-value-not-allowed',
			phrase`--${name} cannot be “${value}”.`,
			phrase`Use none, or some of: ${known.join(', ')}.${best ? phrase` Did you mean ${best}?` : ''}`,
		);
	}
	return known.filter((each) => values.includes(each));
}

/** A folder inside the project, with `/` and without a slash at the end. */
export function folderInside(written: string): string | undefined {
	const path = posix.normalize(written.trim().normalize('NFC').replaceAll('\\', '/')).replace(/\/+$/, '');
	const parts = path.split('/');
	const isOutside = path === '' || isAbsolute(path) || /^[A-Za-z]:/.test(path) || parts.includes('..');
	// Hidden folders and those of packages are never read.
	const isHidden = parts.some((part) => /^\.[^.]|^node_modules$/.test(part));
	const isOdd = /[\0-\x1f<>:"|?*#]/.test(path);
	return isOutside || isHidden || isOdd ? undefined : path;
}

function checkedFolder(written: string): string {
	const folder = folderInside(written);
	if (folder !== undefined) return folder;
	throw new UserError(
		'flag-value-not-allowed',
		phrase`--dir must be a folder inside the project, not “${written}”.`,
		'For example: --dir docs',
	);
}
