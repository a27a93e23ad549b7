import { type LanguageView, localize, type SiteModel } from '../../src/model/index.ts';
import { type FeedsText, feedsText } from '../../src/site/i18n/feeds/index.ts';
import { createLabels, type SiteLabels } from '../../src/site/i18n/labels.ts';
import { hrefOf } from '../../src/site/plan/addresses.ts';
import type { Digest, DigestItem, DigestSection } from './digest.ts';

/** A line of a message: what it is about, where that is, and what is said of it. Plain texts. */
export interface OutlineLine {
	readonly text: string;
	readonly href?: string;
	readonly note: string;
	/** Overdue, or of severity S1. */
	readonly alarm: boolean;
}

export interface OutlineSection {
	readonly title: string;
	readonly urgent: boolean;
	/** Of all its lines, whether shown or not. */
	readonly count: number;
	readonly lines: readonly OutlineLine[];
}

/** A digest in words: what every format of message is written from. */
export interface Outline {
	readonly title: string;
	readonly lead: string;
	readonly sections: readonly OutlineSection[];
	readonly nothing: string;
	readonly more: (n: number) => string;
	/** The site's home page, where its address is known. */
	readonly home?: { readonly href: string; readonly label: string };
	/** BCP 47. */
	readonly lang: string;
}

/** Longest text of a line: a title that is a paragraph would push all others out. */
const LONGEST = 160;

/** Words for one interface language. Links are there when the model knows the site's address. */
export function outlineOf(digest: Digest, model: SiteModel, view: LanguageView): Outline {
	const labels = createLabels(model, view.interfaceLanguage);
	const text = feedsText[labels.lang];
	const entries = new Map(view.entries.map((entry) => [entry.id, entry]));
	const address = (route: string): string | undefined =>
		model.siteUrl === undefined ? undefined : new URL(hrefOf(model.base, route), model.siteUrl).href;
	const lineOf = (item: DigestItem, section: DigestSection): OutlineLine => {
		const entry = item.id === undefined ? undefined : entries.get(item.id);
		const title = item.title ?? entry?.title ?? '';
		const id = item.id === undefined || item.id.startsWith('page:') ? '' : item.id;
		const subject =
			item.system === undefined
				? [id, title].filter((part, at, all) => part && all.indexOf(part) === at).join(' ')
				: text.due[item.type === 'backup' ? 'backup' : 'restoreDrill'](labels.system(item.system));
		const href = entry && address(entry.route);
		return {
			text: shortened(subject),
			...(href === undefined ? {} : { href }),
			note: noteOf(item, section, labels, text),
			alarm: (item.daysLeft ?? 0) < 0 || item.severity === 'S1',
		};
	};
	const home = address(`${view.prefix}/`);
	const site = localize(model.title, view.lang, model.defaultLanguage) || 'Mainstay';
	return {
		title: text.digest(site),
		lead: [
			text.period(digest.since, digest.asOf),
			...(digest.module === undefined ? [] : [text.module(labels.module(digest.module))]),
			...(digest.basis === 'git' ? [] : [text.byDates]),
		].join(' · '),
		sections: digest.sections.map((section) => ({
			title: text.sections[section.key],
			urgent: section.urgent,
			count: section.items.length,
			lines: section.items.map((item) => lineOf(item, section)),
		})),
		nothing: text.nothing,
		more: text.more,
		...(home === undefined ? {} : { home: { href: home, label: text.open } }),
		lang: view.lang,
	};
}

function noteOf(item: DigestItem, { key }: DigestSection, labels: SiteLabels, text: FeedsText): string {
	const { daysLeft, date, severity, type } = item;
	if (daysLeft !== undefined && date !== undefined) {
		return daysLeft < 0 ? text.overdue(-daysLeft, date) : text.daysLeft(daysLeft, date);
	}
	if (key === 'continuity') return text.never;
	const facts = [
		key === 'logs' && type ? labels.value('logType', type) : '',
		severity ? labels.value('severity', severity) : '',
		date ?? '',
	];
	return facts.filter(Boolean).join(' · ');
}

function shortened(text: string): string {
	const letters = [...text.replace(/\s+/g, ' ').trim().toWellFormed()];
	return letters.length <= LONGEST ? letters.join('') : `${letters.slice(0, LONGEST - 1).join('')}…`;
}
