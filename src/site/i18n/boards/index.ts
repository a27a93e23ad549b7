import type { InterfaceLanguage } from '../../../model/index.ts';
import { type BoardText, en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

export type { BoardText } from './en.ts';

/** What the boards say, per interface language. */
export const boardText: Readonly<Record<InterfaceLanguage, BoardText>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
