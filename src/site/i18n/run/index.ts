import type { InterfaceLanguage } from '../../../model/index.ts';
import { en, type RunText } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

export type { RunText } from './en.ts';

/** For pages; a browser loads one language, see load.ts. */
export const runText: Readonly<Record<InterfaceLanguage, RunText>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
