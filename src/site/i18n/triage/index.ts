import type { InterfaceLanguage } from '../../../model/index.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** What a class of exceptions says to somebody who sees one. */
export interface TriageClassText {
	/** What is seen, in plain words. */
	readonly question: string;
	/** How it is told apart from the others. */
	readonly tell: string;
	/** What to do, or not to do, before anything else. */
	readonly first: string;
}

/** The words of the triage page. */
export interface TriageText {
	readonly title: string;
	readonly lead: string;
	readonly entry: string;
	readonly entryText: string;
	readonly searchFirst: string;
	readonly searchLink: string;
	readonly print: string;
	readonly data: string;
	readonly steps: readonly [see: string, where: string, act: string];
	readonly classes: Readonly<Record<string, TriageClassText>>;
	readonly runbooks: (n: number) => string;
	readonly incidents: (n: number) => string;
	readonly back: string;
	readonly areas: string;
	readonly noArea: string;
	readonly alsoHere: string;
	readonly begin: string;
	readonly about: (minutes: number) => string;
	readonly whole: (minutes: number) => string;
	readonly happened: (n: number) => string;
	readonly worked: (percent: number, tried: number) => string;
	readonly untried: string;
	readonly unsolved: string;
	readonly atOnce: string;
	readonly after: (minutes: number) => string;
	readonly more: (n: number) => string;
	readonly noneFits: string;
	readonly noneFitsText: string;
	readonly ask: string;
	readonly askFirst: (runbooks: number) => string;
	readonly noContacts: string;
	readonly vendors: string;
	readonly noteDown: string;
	readonly notes: readonly string[];
	readonly empty: string;
	readonly emptyText: (incidents: number) => string;
	readonly write: string;
	/** A title for a new runbook of any class, in a command. */
	readonly newTitle: string;
}

export const triageText: Readonly<Record<InterfaceLanguage, TriageText>> = {
	'zh-CN': zhCN,
	'zh-TW': zhTW,
	en,
};
