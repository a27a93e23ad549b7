import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { REPOSITORY } from './built-site.ts';

export interface WrittenStep {
	readonly id: string;
	readonly name: string;
	readonly role?: string;
	readonly type?: string;
	readonly system?: string;
	readonly transaction?: string;
	readonly runbooks?: readonly string[];
	readonly data?: readonly (string | { readonly object: string; readonly access?: string })[];
}

export interface WrittenProcess {
	readonly id: string;
	readonly title: string;
	readonly owner: string;
	readonly lang: string;
	readonly modules?: readonly string[];
	readonly steps: readonly WrittenStep[];
}

/** The repository's own processes, without their texts, and a short runbook for each that they name. */
export interface RolesProject {
	readonly root: string;
	/** As the files say it, read by this test and nothing else. */
	readonly processes: readonly WrittenProcess[];
	remove(): Promise<void>;
}

export async function writeRolesProject(): Promise<RolesProject> {
	const root = await mkdtemp(join(tmpdir(), 'mainstay-roles-'));
	for (const folder of ['processes', 'runbooks', 'guides']) {
		await mkdir(join(root, 'docs', folder), { recursive: true });
	}
	await copyFile(join(REPOSITORY, 'mainstay.yaml'), join(root, 'mainstay.yaml'));
	const processes: WrittenProcess[] = [];
	const from = join(REPOSITORY, 'docs/processes');
	for (const name of (await readdir(from)).sort()) {
		const process = await frontmatterOf(join(from, name));
		for (const step of process.steps) Reflect.deleteProperty(step, 'customisations');
		const { related: _related, supersedes: _old, review: _review, lang, steps, ...kept } = process;
		processes.push({ ...kept, lang, steps });
		await writeFile(
			join(root, 'docs/processes', name),
			`---\n${stringify(steps.length > 0 ? { ...kept, steps } : kept)}---\n`,
		);
	}
	const runbooks = new Set(processes.flatMap(({ steps }) => steps.flatMap((step) => step.runbooks ?? [])));
	for (const id of runbooks) await writeFile(join(root, 'docs/runbooks', `${id}.md`), runbook(id));
	await writeFile(join(root, 'docs/guides/start-newcomer.md'), '# 给新人\n\n第一周怎么读。\n');
	return { root, processes, remove: () => rm(root, { recursive: true, force: true }) };
}

/** The versions that are counted: the default language, else the only one there is. */
export function counted({ processes }: Pick<RolesProject, 'processes'>): WrittenProcess[] {
	const byId = Map.groupBy(processes, ({ id }) => id);
	return [...byId.values()].flatMap((versions) => {
		const version = versions.find(({ lang }) => lang === 'zh-CN') ?? versions[0];
		return version && version.steps.length > 0 ? [version] : [];
	});
}

interface Frontmatter extends WrittenProcess {
	readonly related?: unknown;
	readonly supersedes?: unknown;
	readonly review?: unknown;
}

async function frontmatterOf(file: string): Promise<Frontmatter> {
	const [, text = ''] = (await readFile(file, 'utf8')).split(/^---$/m);
	const value = parse(text) as Frontmatter;
	const lang = /\.(en|zh-TW)\.md$/.exec(file)?.[1] ?? 'zh-CN';
	return { ...value, steps: value.steps ?? [], lang };
}

function runbook(id: string): string {
	return `---
id: ${id}
kind: runbook
title: 手册 ${id}
summary: 处理 ${id}。
owner: it-support
severity: S3
roles: [it-support]
exceptionClass: user-operation
symptoms: [${id} 不动了]
---

## 诊断 {#diagnosis}

看一看。

::::step{#look}
### 看
看一看。
::::
`;
}
