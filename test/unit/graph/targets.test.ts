import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folderOf, foldPath, stemOf } from '../../../src/graph/paths.ts';
import { indexTargets } from '../../../src/graph/targets.ts';
import type { AssetFile, Document } from '../../../src/model/index.ts';
import { CONFIG, documentOf } from './documents.ts';

const FOLDER_PAGES = ['index', 'readme', '_index'];

/** Every name of every file written down: what the index finds without doing so. */
function naive(documents: readonly Document[], assets: ReadonlyMap<string, AssetFile>, fold: boolean) {
	const best = new Map<string, { readonly file: string; readonly rank: number }>();
	const add = (written: string, file: string, rank: number): void => {
		const name = fold ? foldPath(written) : written;
		const known = best.get(name);
		if (!known || rank < known.rank) best.set(name, { file, rank });
	};
	for (const path of assets.keys()) add(path, path, 0);
	for (const { file, lang } of documents) {
		const position = CONFIG.languages.indexOf(lang);
		const count = CONFIG.languages.length;
		const language = (position === -1 ? count : position) / (count + 1);
		add(file, file, 0);
		const stem = stemOf(file, lang);
		for (const ending of ['', '.md', '.mdx', '.html']) add(stem + ending, file, 1 + language);
		const page = FOLDER_PAGES.indexOf(stem.slice(stem.lastIndexOf('/') + 1).toLowerCase());
		if (page === -1) continue;
		const folder = folderOf(stem);
		add(folder, file, 2 + page + language);
		add(folder === '' ? 'index.html' : `${folder}/index.html`, file, 2 + page + language);
	}
	return best;
}

const folder = fc.constantFrom('', 'docs/', 'docs/a/', 'Docs/', 'docs/index.html/');
const stem = fc.constantFrom('a', 'A', 'a.md', 'index', 'README', '_index', '手册', 'ΟΔΟΣ', 'a.html');
const lang = fc.constantFrom('zh-CN', 'en', 'de');
const ending = fc.constantFrom('.md', '.mdx', '.MD');
const file = fc.tuple(folder, stem, fc.boolean(), lang, ending).map(([path, name, isMarked, tag, end]) => ({
	file: `${path}${name}${isMarked ? `.${tag}` : ''}${end}`,
	lang: tag,
}));
const asked = fc
	.tuple(
		folder,
		fc.oneof(stem, fc.constant('')),
		fc.constantFrom('', '.md', '.mdx', '.html', '.MD', '/index.html'),
	)
	.map((parts) => parts.join('').replace(/\/$/, ''));

test('a path leads to the file that has the name, the best where several have it', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(file, { maxLength: 12, selector: (each) => each.file }),
			fc.uniqueArray(fc.constantFrom('docs/p.png', 'docs/a', 'docs/A.png', 'index.html'), { maxLength: 2 }),
			fc.array(asked, { minLength: 1, maxLength: 8 }),
			(files, paths, questions) => {
				const documents = files.map((each) => documentOf(each));
				const assets = new Map(paths.map((path) => [path, { path, size: 1 }]));
				const targets = indexTargets(documents, assets, CONFIG);
				const exact = naive(documents, assets, false);
				const folded = naive(documents, assets, true);
				for (const path of questions) {
					const found = targets.find(path);
					const foundFile = found?.type === 'asset' ? found.path : found?.document.file;
					expect(foundFile, path).toBe(exact.get(path)?.file);
					expect(targets.findFolded(path), path).toBe(folded.get(foldPath(path))?.file);
				}
			},
		),
		{ numRuns: 300 },
	);
});
