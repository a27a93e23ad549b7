import type { InterfaceLanguage } from '../../model/index.ts';
import { en, type Furniture } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

export type { Furniture } from './en.ts';

/** The site's own words per interface language. */
export const furniture: Readonly<Record<InterfaceLanguage, Furniture>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
