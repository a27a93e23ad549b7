import type { DataAccess, InterfaceLanguage } from '../../../model/index.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** What a step does with an object, as far as its document says. */
export type KnownAccess = DataAccess | 'use';

/** The words of the data dictionary. */
export interface DataText {
	readonly dictionary: string;
	readonly lead: string;
	readonly object: string;
	readonly system: string;
	readonly module: string;
	readonly anySystem: string;
	readonly anyModule: string;
	readonly find: string;
	readonly shown: (n: number, total: number) => string;
	readonly none: string;
	/** Heads of columns. */
	readonly column: Readonly<Record<KnownAccess, string>>;
	/** Headings above the steps. */
	readonly by: Readonly<Record<KnownAccess, string>>;
	readonly steps: string;
	readonly step: string;
	readonly process: string;
	readonly role: string;
	readonly roles: string;
	readonly transaction: string;
	readonly alsoCalled: string;
	readonly key: string;
	readonly uses: (steps: number, processes: number) => string;
	readonly unused: string;
	readonly neverCreated: string;
	readonly count: (n: number) => string;
}

export const dataText: Readonly<Record<InterfaceLanguage, DataText>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
