import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { phrase, UserError } from '../model/index.ts';
import { isAlive } from './alive.ts';

/** Makes the work folder, kept out of version control by its own ignore file. */
export async function prepareWorkFolder(workFolder: string): Promise<void> {
	await mkdir(workFolder, { recursive: true });
	await writeFile(join(workFolder, '.gitignore'), '*\n', { flag: 'wx' }).catch(ignoreExisting);
}

/** Two builds of one project would overwrite each other's output: the second is refused while the first lives. */
export async function withBuildLock<T>(workFolder: string, run: () => Promise<T>): Promise<T> {
	await prepareWorkFolder(workFolder);
	const file = join(workFolder, 'build.lock');
	await takeLock(file);
	try {
		return await run();
	} finally {
		await rm(file, { force: true });
	}
}

async function takeLock(file: string): Promise<void> {
	const own = `${file}.${process.pid}`;
	await writeFile(own, String(process.pid));
	try {
		await linkLock(own, file);
	} finally {
		await rm(own, { force: true });
	}
}

async function linkLock(own: string, file: string): Promise<void> {
	for (let attempt = 0; attempt < 2; attempt++) {
		try {
			// Linked when complete: no other process ever reads a lock without its owner.
			await link(own, file);
			return;
		} catch (error) {
			ignoreExisting(error);
			const owner = Number(await readFile(file, 'utf8').catch(() => '0'));
			if (isAlive(owner)) {
				throw new UserError(
					'build-running',
					phrase`Another build of this project is running (process ${owner}).`,
					phrase`Wait for it to end; if it is not a Mainstay build, delete ${file}.`,
				);
			}
			// The lock of a build that was killed.
			await rm(file, { force: true });
		}
	}
	throw new UserError('build-running', 'Another build of this project is just starting.', 'Try again.');
}

function ignoreExisting(error: unknown): void {
	if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
}
