import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

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
