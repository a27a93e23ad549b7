import type { CalendarType } from '../../../boards/calendar.ts';
import type { InterfaceLanguage } from '../../../model/index.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

export const DIGEST_SECTIONS = [
	'openIncidents',
	'workarounds',
	'permissions',
	'reviews',
	'continuity',
	'logs',
	'added',
	'changed',
	'retired',
	'removed',
] as const;
export type DigestSectionKey = (typeof DIGEST_SECTIONS)[number];

/** The words of feeds, calendars and digests. */
export interface FeedsText {
	readonly subscribe: string;
	readonly atom: string;
	readonly calendar: string;
	readonly all: string;
	readonly logs: string;
	readonly calendarOf: (title: string) => string;
	readonly due: Readonly<Record<CalendarType, (title: string) => string>>;
	readonly digest: (title: string) => string;
	readonly period: (since: string, asOf: string) => string;
	/** Without a history, only the days that documents name are known. */
	readonly byDates: string;
	readonly module: (name: string) => string;
	readonly nothing: string;
	readonly more: (n: number) => string;
	readonly sections: Readonly<Record<DigestSectionKey, string>>;
	readonly overdue: (days: number, date: string) => string;
	readonly daysLeft: (days: number, date: string) => string;
	readonly never: string;
	readonly open: string;
	readonly asOf: (date: string) => string;
}

export const feedsText: Readonly<Record<InterfaceLanguage, FeedsText>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
