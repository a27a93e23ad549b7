import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, parse, resolve, sep } from 'node:path';
import { findProject } from '../../src/config/index.ts';
import { pathBelow } from './addresses.ts';
import { type Desk, type DeskHost, openDesk } from './desk.ts';

/** Which project a file belongs to, and the projects that are open. */
export interface Projects {
	/** Opens the projects whose settings lie in the folder or not far below it. */
	addFolder(folder: string): Promise<void>;
	removeFolder(folder: string): Promise<void>;
	/** Settings came or went: files may belong elsewhere now. */
	forgetRoots(): void;
	/** The project of a file and the file's path in it; opened now where it was not. */
	find(file: string): Promise<{ readonly desk: Desk; readonly path: string } | undefined>;
	all(): readonly Desk[];
	close(): Promise<void>;
}

/** Levels below a folder of the editor in which settings are looked for. */
const DEPTH = 3;

const LEFT_OUT = /^(\..*|node_modules|bower_components|dist|build|target|vendor|__pycache__)$/;

type Host = Omit<DeskHost, 'isForeign'>;

export function createProjects(host: Host): Projects {
	const folders = new Set<string>();
	const desks = new Map<string, Desk>();
	/** By folder, so that changes and questions reach a desk in the order in which they came. */
	const roots = new Map<string, Promise<string | undefined>>();

	const isForeign = (root: string, path: string): boolean =>
		[...desks.keys()].some(
			(other) => other !== root && isIn(other, root) && isIn(resolve(root, path), other),
		);

	function deskAt(root: string): Desk {
		const known = desks.get(root);
		if (known) return known;
		const desk = openDesk(root, { ...host, isForeign });
		desks.set(root, desk);
		return desk;
	}

	/** The nearest settings upward; without any, the folder that the editor has open. */
	async function findRoot(folder: string): Promise<string | undefined> {
		const found = await findProject(folder);
		if (found.configFile !== undefined) return found.root;
		const within = [...folders].filter((each) => isIn(folder, each));
		return within.sort((a, b) => b.length - a.length)[0];
	}

	function rootOf(file: string): Promise<string | undefined> {
		const folder = dirname(file);
		const known = roots.get(folder) ?? findRoot(folder).catch(() => undefined);
		roots.set(folder, known);
		return known;
	}

	return {
		async addFolder(folder) {
			// A whole home folder is nobody's knowledge base.
			if (folder === homedir() || folder === parse(folder).root) return;
			folders.add(folder);
			roots.clear();
			const { root, configFile } = await findProject(folder);
			if (configFile !== undefined) deskAt(root);
			for (const below of await foldersWithSettings(folder, DEPTH)) deskAt(below);
		},
		async removeFolder(folder) {
			folders.delete(folder);
			roots.clear();
			const isLeft = (root: string): boolean =>
				isIn(root, folder) && ![...folders].some((other) => isIn(root, other));
			for (const [root, desk] of [...desks].filter(([root]) => isLeft(root))) {
				desks.delete(root);
				await desk.close();
			}
		},
		async find(file) {
			const root = await rootOf(file);
			const path = root === undefined ? undefined : pathBelow(root, file);
			return root === undefined || path === undefined ? undefined : { desk: deskAt(root), path };
		},
		forgetRoots: () => roots.clear(),
		all: () => [...desks.values()],
		async close() {
			await Promise.all([...desks.values()].map((desk) => desk.close()));
			desks.clear();
		},
	};
}

function isIn(path: string, folder: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function foldersWithSettings(folder: string, depth: number): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	const own = entries.some(({ name }) => /^mainstay\.ya?ml$/.test(name)) ? [folder] : [];
	if (depth === 0) return own;
	const below = entries.filter((entry) => entry.isDirectory() && !LEFT_OUT.test(entry.name));
	const found = await Promise.all(
		below.map(({ name }) => foldersWithSettings(join(folder, name), depth - 1)),
	);
	return [...own, ...found.flat()];
}
