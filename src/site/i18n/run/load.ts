import type { RunText } from './en.ts';

/** The texts of one language: a file of its own, fetched by the pages that need it. */
export async function loadRunText(lang: string): Promise<RunText> {
	if (lang === 'zh-CN') return (await import('./zh-CN.ts')).zhCN;
	if (lang === 'zh-TW') return (await import('./zh-TW.ts')).zhTW;
	return (await import('./en.ts')).en;
}
