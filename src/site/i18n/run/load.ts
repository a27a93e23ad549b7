import { interfaceLanguageOf } from '../../../model/language.ts';
import type { RunText } from './en.ts';

/** The texts of the interface language nearest to a page's: a file of its own, fetched by the pages that need it. */
export async function loadRunText(lang: string): Promise<RunText> {
	switch (interfaceLanguageOf(lang)) {
		case 'zh-CN':
			return (await import('./zh-CN.ts')).zhCN;
		case 'zh-TW':
			return (await import('./zh-TW.ts')).zhTW;
		case 'en':
			return (await import('./en.ts')).en;
	}
}
