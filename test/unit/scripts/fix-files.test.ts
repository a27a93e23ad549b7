import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rewriteFiles, unchangedBytes } from '../../../scripts/fix/files.ts';
import { removeLeftOvers } from '../../../scripts/fix/temporary-files.ts';
import { writeMove } from '../../../scripts/move/write.ts';

/** A number that no process has. */
const NOBODY = 2 ** 22 + 1;

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-files-'));
	await mkdir(join(root, 'in'));
});
afterEach(async () => {
	await chmod(join(root, 'in'), 0o755);
	await rm(root, { recursive: true, force: true });
});

/** Runs without the rights of root, for whom no folder is closed. */
async function asAnybody<Result>(run: () => Promise<Result>, mode = 0o755): Promise<Result> {
	await chmod(root, mode);
	const isRoot = process.getuid?.() === 0;
	if (isRoot) process.seteuid?.(65534);
	try {
		return await run();
	} finally {
		if (isRoot) process.seteuid?.(0);
	}
}

async function rewriting(name: string) {
	const path = join(root, name);
	const hash = createHash('sha256')
		.update(await readFile(path))
		.digest('hex');
	return { path, name, hash, text: 'new' };
}

it('a file that was removed while it was checked is one that changed', async () => {
	const gone = unchangedBytes({ path: join(import.meta.dirname, 'none.md'), name: 'none.md', hash: '' });
	await expect(gone).rejects.toMatchObject({ code: 'file-changed' });
});

it('a name may be as long as names can be', async () => {
	const name = `${'名'.repeat(84)}.md`;
	await writeFile(join(root, name), 'old');
	await rewriteFiles([await rewriting(name)]);
	expect(await readFile(join(root, name), 'utf8')).toBe('new');
	expect((await readdir(root)).sort()).toEqual(['in', name]);
});

it('a closed folder is told by the file that was meant, and nothing is left', async () => {
	await writeFile(join(root, 'in/a.md'), 'old');
	await chmod(join(root, 'in'), 0o555);
	const file = await rewriting('in/a.md');
	await expect(asAnybody(() => rewriteFiles([file]))).rejects.toMatchObject({
		code: 'not-writable',
		message: 'in/a.md cannot be written (EACCES).',
		hint: expect.stringContaining('its folder must be writable'),
	});
	expect(await readdir(join(root, 'in'))).toEqual(['a.md']);
});

it('a move out of a closed folder names both places, and leaves no folder behind', async () => {
	await writeFile(join(root, 'in/a.md'), 'old');
	await mkdir(join(root, 'out'));
	await chmod(join(root, 'in'), 0o555);
	await chmod(join(root, 'out'), 0o777);
	const renames = [['in/a.md', 'out/x/y/a.md'] as const];
	const plan = { move: { files: new Map(renames), renames }, texts: [] };
	const nothing = { redirects: [], unclearRedirects: [], lostLinks: [], changedDocuments: [], findings: [] };
	await expect(asAnybody(() => writeMove(root, { ...plan, ...nothing }))).rejects.toMatchObject({
		message: 'in/a.md cannot be moved to out/x/y/a.md (EACCES).',
	});
	expect(await readdir(join(root, 'out'))).toEqual([]);
});

it('a folder that is closed is told by its present name, though it would be moved first', async () => {
	await writeFile(join(root, 'in/a.md'), 'old');
	const { hash } = await rewriting('in/a.md');
	await chmod(join(root, 'in'), 0o555);
	const move = { files: new Map([['in/a.md', 'to/a.md']]), renames: [['in', 'to'] as const] };
	const text = { file: 'in/a.md', newFile: 'to/a.md', before: 'old', after: 'new', hash, links: 1 };
	const nothing = { redirects: [], unclearRedirects: [], lostLinks: [], changedDocuments: [], findings: [] };
	const writing = (): Promise<void> => writeMove(root, { move, texts: [text], ...nothing });
	await expect(asAnybody(writing, 0o777)).rejects.toMatchObject({
		message: 'in/a.md cannot be written (EACCES).',
	});
	expect(await readdir(root)).toEqual(['in']);
});

it('what a killed run left is removed; what looks alike, or is being written, stays', async () => {
	const left = `in/.mainstay-${NOBODY}-0123456789ab.tmp`;
	const others = [
		`in/.mainstay-${process.ppid}-0123456789ab.tmp`,
		`in/.mainstay-${NOBODY}-0123456789abc.tmp`,
		`in/mainstay-${NOBODY}-0123456789ab.tmp`,
		'in/.a.md.0123456789ab.tmp',
	];
	for (const file of [left, ...others]) await writeFile(join(root, file), '');
	const folder = `in/.mainstay-${NOBODY}-0123456789ff.tmp`;
	await mkdir(join(root, folder));
	const said = await removeLeftOvers(root, [left, ...others, folder, 'in/gone.md'], 'en');
	expect(said).toBe(`removed ${left}, which an interrupted run had left\n`);
	expect((await readdir(join(root, 'in'))).sort()).toEqual(
		[...others, folder].map((file) => file.slice('in/'.length)).sort(),
	);
});
