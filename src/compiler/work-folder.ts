import { createHash } from 'node:crypto';
import { access, constants, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where cache and staging of a project lie; `moved` when that is not inside the project, which cannot be written. */
export interface WorkFolder {
	readonly path: string;
	readonly moved: boolean;
}

/** In the folder `cache` of the work folder: documents as they were compiled without HTML. */
export const FACTS_FILE = 'documents-facts.bin';

/** Says where the work folder of a project is. Nothing is made yet: a check without cache leaves no trace. */
export async function workFolderOf(root: string): Promise<WorkFolder> {
	const own = join(root, '.mainstay');
	if (await canWrite(own)) return { path: own, moved: false };
	const name = `mainstay-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
	return { path: join(tmpdir(), name), moved: true };
}

/** Whether the folder can be written, or made. */
async function canWrite(folder: string): Promise<boolean> {
	const present = await stat(folder).catch(() => undefined);
	if (present && !present.isDirectory()) return false;
	const existing = present ? folder : dirname(folder);
	return access(existing, constants.W_OK).then(
		() => true,
		() => false,
	);
}
