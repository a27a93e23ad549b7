import type { InterfaceLanguage } from '../../../model/index.ts';
import { en, type ProcessViewText } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

export type { ProcessViewText } from './en.ts';

/** Words of the process drawing, its panel and its step list, per interface language. */
export const processViewText: Readonly<Record<InterfaceLanguage, ProcessViewText>> = {
	'zh-CN': zhCN,
	'zh-TW': zhTW,
	en,
};
