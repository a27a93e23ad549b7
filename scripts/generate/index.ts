import { mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeLanguagesText } from './code-languages.ts';
import { fontMetricsText } from './font-metrics.ts';
import { jsonSchemaFiles } from './json-schemas.ts';
import { extensionSnippetsText } from './snippets.ts';
import { taiwanWordsText } from './taiwan-words.ts';

/**
 * Writes what is derived from other files: `node scripts/generate/index.ts`, and names on stdout what
 * changed. With `--check` it writes nothing, names the files that differ, and exits with 1 if any do.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Folders that hold generated files only: what else lies there is stale. */
const OWNED_FOLDERS = ['schemas/json'];

/** Path from the project root → text of the file. */
function generatedFiles(): ReadonlyMap<string, string> {
	const schemas = [...jsonSchemaFiles()].map(([name, text]) => [`schemas/json/${name}`, text] as const);
	return new Map([
		...schemas,
		['src/diagrams/font-metrics.generated.json', fontMetricsText()],
		['src/model/code-languages.generated.json', codeLanguagesText()],
		['src/model/taiwan-words.generated.json', taiwanWordsText()],
		['editors/vscode/snippets/mainstay.generated.json', extensionSnippetsText()],
	]);
}

/** Files that are missing, outdated or no longer made. */
async function staleFiles(wanted: ReadonlyMap<string, string>): Promise<string[]> {
	const listed = await Promise.all(
		OWNED_FOLDERS.map(async (folder) => {
			const names = await readdir(ROOT + folder).catch(() => []);
			return names.map((name) => `${folder}/${name}`);
		}),
	);
	const differing = await Promise.all(
		[...wanted].map(async ([path, text]) => {
			const current = await readFile(ROOT + path, 'utf8').catch(() => undefined);
			return current === text ? [] : [path];
		}),
	);
	return [...listed.flat().filter((path) => !wanted.has(path)), ...differing.flat()].sort();
}

async function bringUpToDate(path: string, text: string | undefined): Promise<void> {
	if (text === undefined) return unlink(ROOT + path);
	await mkdir(dirname(ROOT + path), { recursive: true });
	await writeFile(ROOT + path, text);
}

async function main(flags: readonly string[]): Promise<number> {
	const unknown = flags.find((flag) => flag !== '--check');
	if (unknown !== undefined) {
		process.stderr.write(`Unknown flag ${unknown}. The only one is --check.\n`);
		return 2;
	}
	const wanted = generatedFiles();
	const stale = await staleFiles(wanted);
	for (const path of stale) process.stdout.write(`${path}\n`);
	if (flags.includes('--check')) return stale.length > 0 ? 1 : 0;
	await Promise.all(stale.map((path) => bringUpToDate(path, wanted.get(path))));
	return 0;
}

process.exitCode = await main(process.argv.slice(2));
