import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../../src/compiler/index.ts';
import { isFolder } from '../../src/config/find.ts';
import {
	type Bilingual,
	comparePoints,
	type Document,
	phrase,
	type Reference,
	UserError,
} from '../../src/model/index.ts';
import { inert } from '../../src/model/inert.ts';
import { wordsIn } from '../../src/model/wording.ts';
import type { Io } from '../command.ts';
import { REFUSALS, unchangedBytes } from '../fix/files.ts';
import { openWorld, type World, worldOf } from '../fix/world.ts';
import { existing } from './move.ts';
import type { MoveOptions } from './run.ts';

/** A place that would lead nowhere. */
interface Mention {
	readonly file: string;
	readonly reference: Reference;
}

/** Removes a document or another file of the documents: 0 done, 1 refused because something refers to it. */
export async function remove(
	project: Project,
	written: string,
	io: Io,
	options: MoveOptions,
): Promise<number> {
	const { locale, dryRun, force } = options;
	const world = await openWorld(project);
	const files = await filesOf(world, written, io.cwd);
	const mentions = mentionsOf(world, new Set(files));
	const words = wordsIn(TEXTS, locale);
	const places = mentions
		.toSorted(inReadingOrder)
		.map(
			({ file, reference }) =>
				`  ${file}:${reference.range.start.line}:${reference.range.start.column}  ${reference.relation ? `${reference.relation}: ` : ''}${reference.target}`,
		);
	if (mentions.length > 0 && !force) {
		io.stderr.write(
			[words.refused(files.join(', '), mentions.length), ...places, words.instead].map(line).join(''),
		);
		return 1;
	}
	if (!dryRun) await removeFiles(world, files);
	io.stdout.write(files.map((file) => line(dryRun ? words.would(file) : words.removed(file))).join(''));
	if (places.length > 0)
		io.stderr.write(
			[(dryRun ? words.wouldDangle : words.dangling)(places.length), ...places].map(line).join(''),
		);
	return 0;
}

/** A document names what its text refers to before what its frontmatter does. */
function inReadingOrder(a: Mention, b: Mention): number {
	return a.file === b.file ? comparePoints(a.reference.range.start, b.reference.range.start) : 0;
}

function line(text: string): string {
	return `${inert(text)}\n`;
}

/** An id stands for the document in all its languages, a path for one file. */
async function filesOf(world: World, written: string, cwd: string): Promise<string[]> {
	const versions = world.graph.byId.get(written) ?? world.graph.byId.get(written.toUpperCase());
	if (versions) return [...versions.values()].map(({ file }) => file);
	const { path, isFile } = await existing(world, cwd, written);
	if (isFile) return [path];
	if (!(await isFolder(join(world.config.root, path)))) {
		throw new UserError(
			'not-a-document',
			phrase`${written} is no document.`,
			'Only what lies in the documents folders can be removed.',
		);
	}
	throw new UserError(
		'folder-given',
		phrase`${written} is a folder.`,
		'Documents are removed one by one: name a file or an id.',
	);
}

/** References that lead somewhere now and would lead nowhere without the files, outside the files themselves. */
function mentionsOf(world: World, files: ReadonlySet<string>): Mention[] {
	const documents = world.documents.filter(({ file }) => !files.has(file));
	const assets = new Map([...world.assets].filter(([path]) => !files.has(path)));
	const after = worldOf(world.config, documents, world.sources, assets);
	const leads = (some: World, document: Document, reference: Reference): boolean =>
		some.resolve(document, reference).type !== 'missing';
	return documents.flatMap((document) =>
		document.references
			.filter((reference) => leads(world, document, reference) && !leads(after, document, reference))
			.map((reference) => ({ file: document.file, reference })),
	);
}

async function removeFiles({ config, sources }: World, files: readonly string[]): Promise<void> {
	for (const file of files) {
		const hash = sources.get(file)?.hash;
		if (hash) await unchangedBytes({ path: join(config.root, file), name: file, hash });
	}
	for (const file of files) {
		await rm(join(config.root, file)).catch((error: NodeJS.ErrnoException) => {
			if (!REFUSALS.has(error.code)) throw error;
			throw new UserError(
				'not-writable',
				phrase`${file} cannot be removed (${error.code}).`,
				'Check the permissions of its folder.',
				error,
			);
		});
	}
}

interface RemoveTexts {
	readonly instead: string;
	refused(files: string, count: number): string;
	dangling(count: number): string;
	wouldDangle(count: number): string;
	removed(file: string): string;
	would(file: string): string;
}

const TEXTS: Bilingual<RemoveTexts> = {
	en: {
		refused: (files, count) =>
			`${files} was not removed: ${count === 1 ? 'one place refers' : `${count} places refer`} to it.`,
		instead:
			'Change these places first, or keep the document and write `status: retired`: it stays readable and says so. --force removes it all the same.',
		dangling: (count) =>
			`${count === 1 ? 'This place now leads' : `These ${count} places now lead`} nowhere:`,
		wouldDangle: (count) =>
			`${count === 1 ? 'This place' : `These ${count} places`} would then lead nowhere:`,
		removed: (file) => `removed ${file}`,
		would: (file) => `would remove ${file}`,
	},
	'zh-CN': {
		refused: (files, count) => `没有删除 ${files}：还有 ${count} 处引用它。`,
		instead:
			'请先修改这些地方；或保留文档并写上 `status: retired`，它仍可阅读并标明已停用。--force 仍然删除。',
		dangling: (count) => `以下 ${count} 处现在没有去处：`,
		wouldDangle: (count) => `以下 ${count} 处将会没有去处：`,
		removed: (file) => `已删除 ${file}`,
		would: (file) => `将删除 ${file}`,
	},
};
