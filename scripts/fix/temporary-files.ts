import { randomBytes } from 'node:crypto';
import { lstat, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isAlive } from '../../src/compiler/alive.ts';
import type { MessageLocale } from '../../src/model/index.ts';
import { chineseFor } from '../../src/model/wording.ts';

/** Nobody else names a file so; the number is that of the process that writes it. */
const NAME = /^\.mainstay-(\d+)-[0-9a-f]{12}\.tmp$/;

/** A day: longer than anything is written, should another process have the number by now. */
const LONG_AGO = 24 * 60 * 60 * 1000;

/** A name beside a file for what is to replace it; short, since the name of the file may be as long as names can be. */
export function temporaryBeside(path: string): string {
	return join(dirname(path), `.mainstay-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * Removes what runs that were killed left behind among the given files (relative to the root), before anything is
 * written, and says so in lines of text. What a process writes that still lives is left alone.
 */
export async function removeLeftOvers(
	root: string,
	files: Iterable<string>,
	locale: MessageLocale,
): Promise<string> {
	const removed = await removedLeftOvers(root, files);
	const zh = chineseFor(locale);
	return removed
		.map((file) =>
			locale === 'en'
				? `removed ${file}, which an interrupted run had left\n`
				: zh`已删除中断的运行留下的 ${file}\n`,
		)
		.join('');
}

async function removedLeftOvers(root: string, files: Iterable<string>): Promise<string[]> {
	const removed: string[] = [];
	for (const file of files) {
		const [, pid] = NAME.exec(file.slice(file.lastIndexOf('/') + 1)) ?? [];
		if (pid === undefined || !(await isLeftOver(join(root, file), Number(pid)))) continue;
		// A clean folder is a service: what cannot be removed stays.
		const done = await rm(join(root, file)).then(
			() => true,
			() => false,
		);
		if (done) removed.push(file);
	}
	return removed;
}

async function isLeftOver(path: string, pid: number): Promise<boolean> {
	const stats = await lstat(path).catch(() => undefined);
	if (!stats?.isFile()) return false;
	// In a container every run may have the same number.
	return pid === process.pid || !isAlive(pid) || Date.now() - stats.mtimeMs > LONG_AGO;
}
