import type { ExampleEvent, InterfaceLanguage, Severity } from '../../../model/index.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** The words of the rule reference. */
export interface RulesText {
	readonly title: string;
	readonly lead: (count: number) => string;
	/** By the first digit of the code. */
	readonly bands: Readonly<Record<string, string>>;
	readonly severities: Readonly<Record<Severity, string>>;
	readonly severity: string;
	readonly name: string;
	readonly why: string;
	readonly mend: string;
	readonly bad: string;
	readonly good: string;
	/** Where the finding of an example stands. */
	readonly at: string;
	readonly more: (count: number) => string;
	readonly settings: string;
	readonly inSettings: string;
	readonly inDocument: string;
	readonly inFrontmatter: string;
	readonly reason: string;
	readonly fixed: string;
	readonly sameOnTerminal: string;
	readonly before: string;
	readonly after: string;
	/** Says that the texts were converted from another script; '' where they were not. */
	readonly converted: string;
	readonly beforeCommit: string;
	readonly afterCommit: string;
	readonly commitMessage: string;
	readonly disk: {
		readonly encoding: (name: string) => string;
		readonly size: (kilobytes: number) => string;
		readonly link: (to: string) => string;
		readonly unreadable: string;
	};
	readonly events: Readonly<Record<ExampleEvent, string>>;
	readonly moreLines: (count: number) => string;
}

export const rulesText: Readonly<Record<InterfaceLanguage, RulesText>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };
