import type { SiteModel } from '../../model/index.ts';
import { siteIndexOf } from '../plan/site-index.ts';
import { apiFiles } from './api/index.ts';
import { calendarFiles } from './calendar.ts';
import { crawlerFiles } from './crawlers.ts';
import { feedFiles } from './feeds.ts';
import { llmsFiles } from './llms.ts';
import { processFiles } from './processes.ts';
import type { SiteFile, SiteFiles } from './site-file.ts';

export type { SiteFile } from './site-file.ts';

/** A new family of files is one file here and one line. */
const FAMILIES: readonly SiteFiles[] = [
	crawlerFiles,
	processFiles,
	apiFiles,
	llmsFiles,
	feedFiles,
	calendarFiles,
];

const known = new WeakMap<SiteModel, ReadonlyMap<string, SiteFile>>();

/** Every file of the site that is neither page nor asset nor search index, by path. */
export function siteFilesOf(model: SiteModel): ReadonlyMap<string, SiteFile> {
	let files = known.get(model);
	if (!files) {
		const index = siteIndexOf(model);
		const all = FAMILIES.flatMap((family) => [...family(model, index)]);
		files = new Map(all.map((file) => [file.path, file]));
		known.set(model, files);
	}
	return files;
}
