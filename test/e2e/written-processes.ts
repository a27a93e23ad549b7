import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
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

/** The repository's processes as their files say it, read by this test and nothing else. */
export async function readProcesses(): Promise<WrittenProcess[]> {
	const folder = join(REPOSITORY, 'docs/processes');
	const names = (await readdir(folder)).sort();
	return Promise.all(names.map((name) => frontmatterOf(join(folder, name))));
}

/** The versions that are counted: the default language, else the only one there is. */
export function counted(processes: readonly WrittenProcess[]): WrittenProcess[] {
	const byId = Map.groupBy(processes, ({ id }) => id);
	return [...byId.values()].flatMap((versions) => {
		const version = versions.find(({ lang }) => lang === 'zh-CN') ?? versions[0];
		return version && version.steps.length > 0 ? [version] : [];
	});
}

async function frontmatterOf(file: string): Promise<WrittenProcess> {
	const [, text = ''] = (await readFile(file, 'utf8')).split(/^---$/m);
	const value = parse(text) as WrittenProcess;
	const lang = /\.(en|zh-TW)\.md$/.exec(file)?.[1] ?? 'zh-CN';
	return { ...value, steps: value.steps ?? [], lang };
}
