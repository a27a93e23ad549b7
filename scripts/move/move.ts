import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { foldPath, stemOf } from '../../src/graph/paths.ts';
import { DOCUMENT_ENDING } from '../../src/model/document-ending.ts';
import { type Document, nearest, phrase, UserError } from '../../src/model/index.ts';
import { identityOfPath } from '../../src/parse/identity.ts';
import type { World } from '../fix/world.ts';

/** What is moved. Paths are relative to the root. */
export interface Move {
	/** Every document and other file that gets a new path. */
	readonly files: ReadonlyMap<string, string>;
	/** What is renamed on the disk: a folder as a whole, else its files. */
	readonly renames: readonly (readonly [from: string, to: string])[];
}

/** Where the command line was written, and what it names. */
export interface Named {
	readonly cwd: string;
	readonly from: string;
	readonly to: string;
}

/** Bytes that file systems take. */
const LONGEST_NAME = 255;

/** Reads what is to be moved where. @throws UserError for everything that cannot or should not be. */
export async function readMove(world: World, { cwd, from: written, to }: Named): Promise<Move> {
	const { path: from, isFile } = await existing(world, cwd, written);
	const isFolder = !isFile;
	if (isFolder) assertFolder(world, from, written);
	const target = await targetOf(world, cwd, from, to);
	assertInside(world, target);
	if (target === from) {
		throw new UserError('same-path', phrase`${from} lies there already.`, 'Name another place.');
	}
	if (isFolder && `${target}/`.startsWith(`${from}/`)) {
		throw new UserError('into-itself', phrase`${from} cannot be moved into itself.`, 'Name another place.');
	}
	const renames = isFolder ? [[from, target] as const] : versionsOf(world, from, target);
	for (const [source, place] of renames) {
		if (!isFolder) assertEnding(world, source, place);
		await assertFree(world, source, place);
	}
	const all = [...world.sources.keys(), ...world.documents.map(({ file }) => file), ...world.assets.keys()];
	const files = isFolder
		? all.flatMap((file) =>
				file.startsWith(`${from}/`) ? [[file, target + file.slice(from.length)] as const] : [],
			)
		: renames;
	return { files: new Map(files), renames };
}

export interface Existing {
	/** Relative to the root. */
	readonly path: string;
	/** A document or another file of the documents; else a folder, or something else that is none of ours. */
	readonly isFile: boolean;
}

/** The file or folder that was named: by its path from here, by its path from the root, or by an id. */
export async function existing(world: World, cwd: string, written: string): Promise<Existing> {
	const { root } = world.config;
	const byId = world.graph.byId.get(written) ?? world.graph.byId.get(written.toUpperCase());
	const document = byId?.values().next().value;
	if (document) return { path: document.file, isFile: true };
	for (const base of [cwd, root]) {
		const path = await inRoot(root, resolve(base, written));
		const there = path === undefined ? undefined : await lstat(join(root, path)).catch(() => undefined);
		if (path === undefined) {
			if (await lstat(resolve(base, written)).catch(() => undefined)) throw outside(written);
			continue;
		}
		if (!there) continue;
		if (there.isSymbolicLink()) {
			throw new UserError(
				'symbolic-link',
				phrase`${written} is a symbolic link.`,
				'Links are not followed: name the file itself.',
			);
		}
		return { path, isFile: isFile(world, path) };
	}
	const names = [...world.graph.byFile.keys(), ...world.graph.byId.keys()];
	const [best] = nearest((await inRoot(root, resolve(cwd, written))) ?? written, names, 1);
	throw new UserError(
		'path-missing',
		phrase`There is no ${written}.`,
		best ? phrase`Did you mean ${best}?` : 'Check the path.',
	);
}

/** The path as the model writes it; undefined outside the root. A link may lead to the root, but none inside it counts. */
async function inRoot(root: string, path: string): Promise<string | undefined> {
	const inside = below(root, path);
	if (inside !== undefined) return inside;
	const real = await realpath(root);
	for (let above = path; above !== dirname(above); above = dirname(above)) {
		if ((await realpath(above).catch(() => undefined)) === real) return below(above, path);
	}
	return undefined;
}

function below(root: string, path: string): string | undefined {
	const inside = relative(root, path).split(sep).join('/').normalize('NFC');
	return inside === '..' || inside.startsWith('../') || inside.startsWith('/') ? undefined : inside;
}

function isFile(world: World, path: string): boolean {
	return world.documents.some(({ file }) => file === path) || world.assets.has(path);
}

function assertFolder(world: World, path: string, written: string): void {
	const isSource = world.config.sources.some(({ path: source }) =>
		`${clean(source)}/`.startsWith(path === '' ? '' : `${path}/`),
	);
	if (isSource) {
		throw new UserError(
			'documents-folder',
			phrase`${written} holds the documents folder.`,
			'Change `docs` or `sources` in mainstay.yaml instead.',
		);
	}
	const holds = [...world.documents.map(({ file }) => file), ...world.assets.keys()];
	if (holds.some((file) => file.startsWith(`${path}/`))) return;
	throw new UserError(
		'not-a-document',
		phrase`${written} is no document and holds none.`,
		'Only what lies in the documents folders can be moved.',
	);
}

async function targetOf({ config }: World, cwd: string, from: string, written: string): Promise<string> {
	const absolute = resolve(cwd, written);
	const target = await inRoot(config.root, absolute);
	if (target === undefined) throw outside(written);
	const stats = await stat(absolute).catch(() => undefined);
	const isInto = /[/\\]$/.test(written) || (stats?.isDirectory() === true && target !== from);
	const name = from.slice(from.lastIndexOf('/') + 1);
	return isInto ? (target === '' ? name : `${target}/${name}`) : target;
}

function assertInside({ config }: World, target: string): void {
	const source = config.sources.find(
		({ path }) => clean(path) === '' || target.startsWith(`${clean(path)}/`),
	);
	if (!source) throw outside(target);
	const hidden = target.split('/').find((part) => part.startsWith('.') || part === 'node_modules');
	if (hidden !== undefined) {
		throw new UserError(
			'not-a-document',
			phrase`Nothing below ${hidden} is read as a document.`,
			'Name another place.',
		);
	}
	const long = target.split('/').find((part) => Buffer.byteLength(part) > LONGEST_NAME);
	if (long === undefined) return;
	throw new UserError(
		'name-too-long',
		phrase`${long} has ${Buffer.byteLength(long)} bytes.`,
		phrase`A name may have ${LONGEST_NAME}: choose a shorter one.`,
	);
}

function outside(written: string): UserError {
	return new UserError(
		'outside-documents',
		phrase`${written} lies outside the documents.`,
		'Name a place in a documents folder.',
	);
}

/** A document takes the versions in other languages beside it along, unless the move changes its language. */
function versionsOf(world: World, from: string, target: string): (readonly [string, string])[] {
	const document = world.documents.find(({ file }) => file === from);
	if (!document) return [[from, target]];
	const stem = stemOf(from, document.lang);
	const end = from.slice(stem.length);
	const isSameLanguage =
		identityOfPath(from, world.config).lang === identityOfPath(target, world.config).lang;
	if (!isSameLanguage || !target.endsWith(end)) return [[from, target]];
	const newStem = target.slice(0, -end.length);
	return world.documents
		.filter((each) => each.file === from || isVersion(each, document, stem))
		.map(({ file }) => [file, newStem + file.slice(stem.length)] as const);
}

function isVersion(each: Document, document: Document, stem: string): boolean {
	return each.id === document.id && each.lang !== document.lang && stemOf(each.file, each.lang) === stem;
}

function assertEnding(world: World, from: string, target: string): void {
	const isDocument = !world.assets.has(from);
	if (DOCUMENT_ENDING.test(target) === isDocument) return;
	const end = /\.[^./]+$/.exec(from)?.[0] ?? '';
	throw isDocument
		? new UserError(
				'ending-missing',
				phrase`${target} is no name of a document.`,
				phrase`Write ${target}${end}, or ${target}/ for a folder.`,
			)
		: new UserError(
				'ending-missing',
				phrase`${target} would become a document.`,
				phrase`Keep the ending ${end}.`,
			);
}

/** Neither a file nor a link on the way; a change of letter case alone is the same file on some disks. */
async function assertFree({ config }: World, from: string, target: string): Promise<void> {
	const there = await lstat(join(config.root, target)).catch(() => undefined);
	const here = await lstat(join(config.root, from));
	const isSame = there?.ino === here.ino && there.dev === here.dev && foldPath(from) === foldPath(target);
	if (there && !isSame) {
		throw new UserError(
			'file-exists',
			phrase`${target} exists already.`,
			'Nothing is overwritten: choose another name.',
		);
	}
	const folders = target.split('/').slice(0, -1);
	for (const [index] of folders.entries()) {
		const folder = folders.slice(0, index + 1).join('/');
		const stats = await lstat(join(config.root, folder)).catch(() => undefined);
		if (stats && !stats.isDirectory()) {
			throw new UserError(
				'not-a-folder',
				phrase`${folder} is no folder.`,
				'Symbolic links are not followed.',
			);
		}
	}
}

function clean(path: string): string {
	return path.replace(/^\.\/?|\/+$/g, '');
}
