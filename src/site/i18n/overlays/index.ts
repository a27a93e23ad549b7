import type { InterfaceLanguage, OverlayName, OverlayState, OverlayTone } from '../../../model/index.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** What the marks of one overlay mean, by tone; a tone that it never has is left out. */
export type LegendText = Readonly<Partial<Record<OverlayTone, string>>>;

/** Everything that the overlays say besides the documents, in one language. */
export interface OverlayText {
	/** Name of the row of choices. */
	readonly title: string;
	readonly off: string;
	readonly name: Readonly<Record<OverlayName, string>>;
	readonly legend: string;
	/** Of the marks on steps; on processes they mean the same, but for runbooks. */
	readonly onStep: Readonly<Record<OverlayName, LegendText>>;
	readonly processRunbooks: LegendText;
	readonly noMark: string;
	/** Above the table of a process, and of the map. */
	readonly steps: string;
	readonly processes: string;
	readonly step: string;
	readonly process: string;
	/** The row for what concerns no single step. */
	readonly whole: string;
	/** What an empty cell says aloud. */
	readonly nothing: string;
	readonly part: Readonly<Record<OverlayState, (n: number) => string>>;
	/** A step without a runbook. */
	readonly lacks: string;
	readonly lacksDespite: string;
	/** Gravest of the severities: `S2`. */
	readonly worst: (severity: string) => string;
	/** One item's own state. */
	readonly state: Readonly<Record<OverlayState, string>>;
	readonly due: (day: string) => string;
	readonly sortHint: string;
	readonly sortedUp: (column: string) => string;
	readonly sortedDown: (column: string) => string;
	readonly unsorted: string;
	readonly separator: string;
}

export const overlayText: Readonly<Record<InterfaceLanguage, OverlayText>> = {
	'zh-CN': zhCN,
	'zh-TW': zhTW,
	en,
};
