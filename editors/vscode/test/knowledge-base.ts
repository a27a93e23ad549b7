import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, which is a Mainstay that can be run. */
export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

export const RUNBOOK = `---
id: RB-GEN-0001
kind: runbook
title: 打印机没有反应
owner: it-support
summary: 先看队列，再看网络。
exceptionClass: user-operation
symptoms:
  - 打印机没有反应
severity: S4
---

## 处理步骤

::::step{#queue minutes=5}
### 看队列

打开打印队列。

:::expect
队列是空的。
:::
::::
`;

/** A folder of files, taken away when `dispose` is called. */
export interface Folder {
	readonly root: string;
	write(files: Readonly<Record<string, string>>): Promise<void>;
	remove(): Promise<void>;
}

/** A new folder whose name has Chinese letters and a space. */
export async function newFolder(files: Readonly<Record<string, string>>): Promise<Folder> {
	const outer = await realpath(await mkdtemp(join(tmpdir(), 'mainstay-vscode-')));
	const root = join(outer, '知识库 kb');
	const write = async (all: Readonly<Record<string, string>>): Promise<void> => {
		for (const [name, text] of Object.entries(all)) {
			await mkdir(dirname(join(root, name)), { recursive: true });
			await writeFile(join(root, name), text);
		}
	};
	await mkdir(root);
	await write(files);
	return { root, write, remove: () => rm(outer, { recursive: true, force: true }) };
}

/** Links the repository into `node_modules`, as strict package managers do. */
export async function installInto(root: string): Promise<void> {
	await mkdir(join(root, 'node_modules'), { recursive: true });
	await symlink(REPOSITORY, join(root, 'node_modules', 'mainstay'), 'junction');
}
