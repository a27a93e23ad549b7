import type { HealthState, InterfaceLanguage, ProcessCounts } from '../../../model/index.ts';
import type { MapTab } from '../../plan/map-tabs.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Fields that the map can be filtered by. */
export type MapField = 'module' | 'owner' | 'system';

/** Everything that the process map says besides the documents, in one language. */
export interface MapText {
	/** Name of the row of tabs. */
	readonly tabs: string;
	readonly tab: Readonly<Record<MapTab, string>>;
	readonly lead: string;
	readonly chain: (title: string) => string;
	readonly strip: (title: string) => string;
	readonly ungrouped: string;
	readonly otherGroups: string;
	readonly unplaced: string;
	readonly unplacedText: string;
	readonly empty: string;
	readonly emptyChain: string;
	readonly openDocument: string;
	readonly onMap: string;
	readonly insideOf: (title: string) => string;
	readonly activities: string;
	readonly performed: string;
	readonly filters: string;
	readonly filter: Readonly<Record<MapField, string>>;
	readonly all: string;
	readonly reset: string;
	readonly shown: (n: number, of: number) => string;
	readonly noMatch: string;
	readonly expandAll: string;
	readonly collapseAll: string;
	readonly keys: string;
	readonly healthTitle: string;
	readonly health: Readonly<Record<HealthState, string>>;
	readonly healthMeaning: Readonly<Record<HealthState, string>>;
	readonly reason: {
		readonly 'open-incidents': (n: number) => string;
		readonly severe: (n: number) => string;
		readonly 'review-overdue': (due: string) => string;
		readonly 'unguarded-steps': (n: number) => string;
		readonly 'fit-adjust': string;
		readonly 'fit-redesign': string;
		readonly draft: string;
		readonly superseded: string;
		readonly retired: string;
		readonly 'never-reviewed': string;
		readonly 'no-steps': string;
		readonly 'no-processes': string;
		readonly reviewed: (on: string) => string;
		readonly next: (due: string) => string;
		readonly calm: string;
	};
	/** So many processes below are in a state. */
	readonly below: Readonly<Record<HealthState, (n: number) => string>>;
	readonly counts: Readonly<Record<keyof ProcessCounts, (n: number) => string>>;
	/** Between reasons in one line. */
	readonly separator: string;
	readonly colon: string;
}

export const mapText: Readonly<Record<InterfaceLanguage, MapText>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
