import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INTERFACE_LANGUAGES, type LanguageTag, languageOfText } from '../model/index.ts';

/** Documents looked at, and characters of each: enough to tell a language, never slow. */
const SAMPLE_FILES = 24;
const SAMPLE_LENGTH = 4000;
const SAMPLE_FOLDERS = 60;

/**
 * The interface languages in the order that suits a folder without settings: the language that most
 * of its text is in comes first and so becomes the default.
 */
export async function detectLanguages(folder: string): Promise<readonly LanguageTag[]> {
	const first = languageOfText(await sample(folder));
	return [first, ...INTERFACE_LANGUAGES.filter((lang) => lang !== first)];
}

/** The beginnings of the first documents, folder by folder, in name order. */
async function sample(root: string): Promise<string> {
	const texts: string[] = [];
	const folders = [root];
	for (
		let index = 0;
		index < folders.length && index < SAMPLE_FOLDERS && texts.length < SAMPLE_FILES;
		index++
	) {
		const folder = folders[index] ?? root;
		const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
		entries.sort((a, b) => (a.name < b.name ? -1 : 1));
		for (const entry of entries) {
			const path = join(folder, entry.name);
			if (entry.isDirectory() && !/^(\.|node_modules$|dist$)/.test(entry.name)) folders.push(path);
			else if (entry.isFile() && /\.mdx?$/i.test(entry.name) && texts.length < SAMPLE_FILES) {
				texts.push((await readFile(path, 'utf8').catch(() => '')).slice(0, SAMPLE_LENGTH));
			}
		}
	}
	return texts.join('\n');
}
