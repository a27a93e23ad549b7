import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INTERFACE_LANGUAGES, type InterfaceLanguage, type LanguageTag } from '../model/index.ts';

/** Documents looked at, and characters of each: enough to tell a language, never slow. */
const SAMPLE_FILES = 24;
const SAMPLE_LENGTH = 4000;
const SAMPLE_FOLDERS = 60;

/** Frequent characters that exist in one of the two scripts only. */
const SIMPLIFIED_ONLY = /[这们来时会对发开关动进过还说问题库单据账数]/g;
const TRADITIONAL_ONLY = /[這們來時會對發開關動進過還說問題庫單據帳數]/g;

/**
 * The interface languages in the order that suits a folder without settings: the language that most
 * of its text is in comes first and so becomes the default.
 */
export async function detectLanguages(folder: string): Promise<readonly LanguageTag[]> {
	const first = languageOfText(await sample(folder));
	return [first, ...INTERFACE_LANGUAGES.filter((lang) => lang !== first)];
}

/** One letter in ten being Han is Chinese already: code and names are Latin in every language. */
export function languageOfText(text: string): InterfaceLanguage {
	const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
	const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
	if (han === 0 && latin === 0) return INTERFACE_LANGUAGES[0];
	if (han * 9 < latin) return 'en';
	const simplified = text.match(SIMPLIFIED_ONLY)?.length ?? 0;
	const traditional = text.match(TRADITIONAL_ONLY)?.length ?? 0;
	return traditional > simplified ? 'zh-TW' : 'zh-CN';
}

/** The beginnings of the first documents, folder by folder, in name order. */
async function sample(root: string): Promise<string> {
	const texts: string[] = [];
	const folders = [root];
	for (let index = 0; index < folders.length && index < SAMPLE_FOLDERS && texts.length < SAMPLE_FILES; index++) {
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
