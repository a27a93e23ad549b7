import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_START, type Finding } from '../model/index.ts';
import { detectLanguages } from './detect-languages.ts';
import { findConfigFile, isFolder } from './find.ts';
import { folderProblem } from './folder-problem.ts';
import { type ResolvedSettings, resolveConfig } from './resolve.ts';

/** Settings beyond this size are a mistake, and parsing them would take minutes. */
const LARGEST = 1024 * 1024;

/**
 * Reads mainstay.yaml of a project and looks at the folders it names. Without the file everything has
 * its default; the documents then are in `docs/`, or in the root itself where there is no such folder.
 * `unsaved` stands for the text of the file while it is being written.
 */
export async function loadConfig(
	root: string,
	knownRules?: readonly string[],
	unsaved?: string,
): Promise<ResolvedSettings> {
	const file = await findConfigFile(root);
	const defaultDocs = (await isFolder(join(root, 'docs'))) ? 'docs' : '.';
	const options = {
		root,
		file,
		knownRules,
		defaultDocs,
		defaultLanguages: file === undefined ? await detectLanguages(join(root, defaultDocs)) : undefined,
		folderProblem: (path: string) => folderProblem(root, path),
	};
	if (file === undefined) return resolveConfig(undefined, options);
	const read = unsaved ?? (await readText(join(root, file), file));
	if (typeof read === 'string') return resolveConfig(read, options);
	return { config: resolveConfig(undefined, options).config, findings: [read] };
}

/** The text of the file, or why it cannot be used. */
async function readText(path: string, file: string): Promise<string | Finding> {
	const refuse = (cause: string, detail: string | number): Finding => ({
		code: 'MS910',
		file,
		range: FILE_START,
		params: { cause, detail },
	});
	try {
		const { size } = await stat(path);
		if (size > LARGEST) return refuse('size', Math.ceil(size / 1024));
		return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
	} catch (error) {
		if (error instanceof TypeError) return refuse('encoding', '');
		return refuse('system', (error as NodeJS.ErrnoException).code ?? String(error));
	}
}
