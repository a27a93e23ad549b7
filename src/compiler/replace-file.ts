import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isAlive } from './alive.ts';

/** Writes a file whole: who reads it meanwhile sees the old one, and nothing is left of one that fails. */
export async function replaceFile(file: string, parts: Iterable<Uint8Array>): Promise<void> {
	const temporary = `${file}.${process.pid}.tmp`;
	await mkdir(dirname(file), { recursive: true });
	const handle = await open(temporary, 'w');
	try {
		await handle.writev([...parts]);
		await handle.close();
		await rename(temporary, file);
	} catch (error) {
		await handle.close().catch(() => {});
		await rm(temporary, { force: true });
		throw error;
	}
}

/** Keeps a file that can be done without: where a folder has its name, or a file that of its folder, nothing is kept. */
export async function keepFile(file: string, parts: Iterable<Uint8Array>): Promise<void> {
	await replaceFile(file, parts).catch((error: NodeJS.ErrnoException) => {
		if (!isTaken(error)) throw error;
	});
	await removeAbandoned(dirname(file));
}

/** Takes away what processes that were killed had begun to write; only folders of ours hold such files. */
async function removeAbandoned(folder: string): Promise<void> {
	for (const name of await readdir(folder).catch(() => [])) {
		const [, pid] = /\.(\d+)\.tmp$/.exec(name) ?? [];
		if (pid !== undefined && !isAlive(Number(pid)))
			await rm(join(folder, name), { force: true }).catch(() => {});
	}
}

/** Whether something of another sort has the place of a file or folder. */
export function isTaken({ code }: NodeJS.ErrnoException): boolean {
	return code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR';
}
