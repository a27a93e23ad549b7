import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { FILE_START, type Finding, type ResolvedConfig } from '../model/index.ts';
import { findConfigFile, isFolder } from './find.ts';
import { type ResolvedSettings, resolveConfig } from './resolve.ts';

/** Settings beyond this size are a mistake, and parsing them would take minutes. */
const LARGEST = 1024 * 1024;

/**
 * Reads mainstay.yaml of a project and looks at the folders it names. Without the file everything has
 * its default; the documents then are in `docs/`, or in the root itself where there is no such folder.
 */
export async function loadConfig(root: string, knownRules?: readonly string[]): Promise<ResolvedSettings> {
	const file = await findConfigFile(root);
	const text = file === undefined ? undefined : await readText(join(root, file), file);
	const defaultDocs = (await isFolder(join(root, 'docs'))) ? 'docs' : '.';
	const options = { root, file, knownRules, defaultDocs };
	if (typeof text === 'object') return { config: resolveConfig(undefined, options).config, findings: [text] };
	const { config, findings } = resolveConfig(text, options);
	return withUsableSources(config, findings);
}

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

/** Takes out sources that do not exist, are files, or lead outside through a symbolic link. */
async function withUsableSources(config: ResolvedConfig, findings: Finding[]): Promise<ResolvedSettings> {
	const problems = await Promise.all(config.sources.map(({ path }) => sourceProblem(config.root, path)));
	const places = sourcePlaces(config, findings);
	const reported = problems.flatMap((cause, index) => {
		const source = config.sources[index];
		return cause && source ? [places(source.path, cause)] : [];
	});
	const sources = config.sources.filter((_source, index) => problems[index] === undefined);
	return { config: { ...config, sources }, findings: [...findings, ...reported] };
}
