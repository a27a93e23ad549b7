import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Project } from '../../src/compiler/index.ts';
import { type BpmnImport, decodeXml, type ImportedDocument, importBpmn } from '../../src/diagrams/index.ts';
import { phrase, UserError } from '../../src/model/index.ts';
import { wordsIn } from '../../src/model/wording.ts';
import { type Arguments, type Io, textOption } from '../command.ts';
import { fileName, folderOf, suffix } from '../commands/new.ts';
import { declareRoles } from './declare-roles.ts';
import { openDocuments } from './documents.ts';
import { notesText, REFUSALS } from './notes-text.ts';
import { importSettings } from './settings.ts';

/** Bytes; a text of the size that is read has no more in any encoding. */
const LARGEST = 32 * 1024 * 1024;

/** `bpmn import <file>`: paths of the documents to stdout, what did not go over to stderr. */
export async function importFile(args: Arguments, io: Io): Promise<number> {
	const written = args.positionals[1] ?? '';
	const xml = await readXml(resolve(io.cwd, written), written);
	const documents = await openDocuments(args, io);
	const result = await importBpmn(xml, importSettings(args, documents));
	if (!result.ok) {
		const detail = result.detail ? ` (${result.detail})` : '';
		throw new UserError(
			result.reason,
			phrase`${written}: ${wordsIn(REFUSALS[result.reason], args.locale)}${detail}`,
		);
	}
	const { project } = documents;
	const files = await freeOf(
		placesOf(result.documents, project, io, textOption(args, 'out')),
		result.documents,
	);
	for (const file of files) {
		if (await exists(file)) {
			throw new UserError(
				'file-exists',
				phrase`${relative(io.cwd, file)} exists already.`,
				'Choose another --out or --title.',
			);
		}
	}
	const declared = args.options['add-roles'] === true && (await addRoles(result, project));
	for (const [index, { markdown }] of result.documents.entries()) {
		const file = files[index] ?? '';
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, markdown, { flag: 'wx' });
		io.stdout.write(`${relative(io.cwd, file)}\n`);
	}
	io.stderr.write(notesText(result, { declared, locale: args.locale }));
	return 0;
}

async function readXml(file: string, written: string): Promise<string> {
	const stats = await stat(file).catch(() => undefined);
	if (!stats?.isFile()) {
		throw new UserError('file-missing', phrase`There is no file ${written}.`, 'Check the path.');
	}
	if (stats.size > LARGEST) throw new UserError('too-large', phrase`${written} is larger than 32 MB.`);
	const xml = decodeXml(await readFile(file));
	if (xml !== undefined) return xml;
	throw new UserError(
		'encoding',
		phrase`${written} is not in the encoding that it declares.`,
		'Save it as UTF-8 and import it again.',
	);
}

/** The first document where `--out` says, the others beside it; without it in the folder of processes. */
function placesOf(
	documents: readonly ImportedDocument[],
	project: Project,
	io: Io,
	out: string | undefined,
): string[] {
	const taken = new Set<string>();
	if (out !== undefined && !/\.md$/i.test(out)) {
		throw new UserError('flag-value-not-allowed', phrase`--out must be a Markdown file (.md), not “${out}”.`);
	}
	return documents.map(({ id, title, lang }, index) => {
		const folder = join(project.root, folderOf('process', project));
		const end = `${suffix(lang, project)}.md`;
		const named = (name: string): string => join(folder, `${name}${end}`);
		let file = named(fileName(id, title));
		if (out !== undefined) {
			const first = resolve(io.cwd, out);
			const base = basename(first).replace(/(\.[A-Za-z]{2,3}(-[A-Za-z]+)?)?\.md$/i, '');
			file = index === 0 ? first : join(dirname(first), `${base}-${fileName(id, title)}${end}`);
		}
		if (taken.has(file)) file = join(dirname(file), `${id.toLowerCase()}${end}`);
		taken.add(file);
		return file;
	});
}

/** Names of further documents come from the model and may be taken; their ids are free. */
async function freeOf(files: readonly string[], documents: readonly ImportedDocument[]): Promise<string[]> {
	const isTaken = await Promise.all(files.map(exists));
	return files.map((file, index) => {
		if (index === 0 || !isTaken[index]) return file;
		const id = documents[index]?.id.toLowerCase() ?? '';
		return join(dirname(file), basename(file).replace(/^[^.]*/, id));
	});
}

async function exists(file: string): Promise<boolean> {
	return (await stat(file).catch(() => undefined)) !== undefined;
}

async function addRoles({ newRoles }: BpmnImport, project: Project): Promise<boolean> {
	const { file } = project.config;
	if (newRoles.length === 0 || project.config.roles.size === 0) return false;
	const path = join(project.root, file ?? '');
	const text = file ? declareRoles(await readFile(path, 'utf8'), newRoles) : undefined;
	if (text === undefined) {
		throw new UserError(
			'roles-not-added',
			'The roles of mainstay.yaml are not written one per line, so none were added.',
			'Import without --add-roles, and add them by hand.',
		);
	}
	await writeFile(path, text);
	return true;
}
