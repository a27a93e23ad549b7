import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Compilation, Project } from '../compiler/index.ts';
import { writeSearchIndex } from '../search/index.ts';

/** Writes the search index of what is being written into `folder`, which it replaces. */
export async function indexForWriting(
	compilation: Compilation,
	folder: string,
	project: Project,
): Promise<void> {
	if (!compilation.site) return;
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const { languages, search } = project.config;
	await writeSearchIndex(compilation.site.records, {
		outDir: folder,
		languages,
		synonyms: search.synonyms,
		cacheDir: join(project.workFolder, 'cache', 'pagefind-dev'),
	});
}
