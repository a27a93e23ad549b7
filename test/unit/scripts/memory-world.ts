import { createHash } from 'node:crypto';
import { type Mending, mend } from '../../../scripts/fix/mend.ts';
import { unsuppressed } from '../../../scripts/fix/recompile.ts';
import { type World, worldOf } from '../../../scripts/fix/world.ts';
import type { Finding, SourceFile } from '../../../src/model/index.ts';
import { checkProject } from '../../rules/mini-project.ts';

export type Files = Readonly<Record<string, string>>;

/** A project in memory as commands that change documents see it. */
export function memoryWorld(files: Files): { world: World; findings: readonly Finding[] } {
	const { config, documents, findings } = checkProject(files);
	const folder = config.sources[0]?.path ?? 'docs';
	const sources = new Map<string, SourceFile>();
	const assets = new Map<string, { path: string; size: number }>();
	for (const [path, text] of Object.entries(files)) {
		if (path === 'mainstay.yaml') continue;
		const hash = createHash('sha256').update(text).digest('hex');
		const docPath = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
		if (/\.(md|mdx|markdown)$/i.test(path)) sources.set(path, { path, docPath, text, hash });
		else assets.set(path, { path, size: text.length });
	}
	const world = worldOf({ ...config, root: '/project' }, documents, sources, assets);
	return { world, findings: unsuppressed(findings, documents) };
}

/** The files after `check --fix`, and what it did. */
export function mendFiles(files: Files, renames: Files = {}): Mending & { readonly files: Files } {
	const { world, findings } = memoryWorld(files);
	const mending = mend(world, findings, { asOf: '2026-11-22', renames: new Map(Object.entries(renames)) });
	return { ...mending, files: { ...files, ...Object.fromEntries(mending.texts) } };
}
