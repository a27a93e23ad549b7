import { createHash } from 'node:crypto';
import { type Author, Feed } from 'feed';
import { escapeText, type LanguageView, localize, type Route, type SiteModel } from '../../model/index.ts';
import { feedTitle } from '../i18n/feeds/title.ts';
import type { SiteLabels } from '../i18n/labels.ts';
import { hrefOf, listRoute, moduleRoute } from '../plan/addresses.ts';
import { type FeedEntry, type FeedPlan, feedsOf } from '../plan/feeds.ts';
import type { SiteFiles } from './site-file.ts';

/**
 * Atom feeds (RFC 4287): everything, system logs, and one per module, in every interface language.
 * Without the site's address links are relative to the feed, and ids are made from title and document id
 * (RFC 9562, version 5), so that they stay the same wherever the site is put.
 */
export const feedFiles: SiteFiles = function* (model, index) {
	for (const view of model.views) {
		for (const plan of feedsOf(model, view)) {
			yield { path: plan.route.slice(1), text: () => feedText(model, view, index.labels(view), plan) };
		}
	}
};

/** The library takes whole addresses only; taken out again where the site does not know its own. */
const NOWHERE = 'https://nowhere.invalid';

function feedText(model: SiteModel, view: LanguageView, labels: SiteLabels, plan: FeedPlan): string {
	const site = localize(model.title, view.lang, model.defaultLanguage) || 'Mainstay';
	const address = (route: Route): string => new URL(hrefOf(model.base, route), model.siteUrl ?? NOWHERE).href;
	const id = (name: string, route: Route): string =>
		model.siteUrl ? address(route) : uuidOf(`${Object.values(model.title).join('/')} ${name}`);
	const [latest] = plan.entries;
	const feed = new Feed({
		id: id(`${view.lang} feeds/${plan.key}`, plan.route),
		title: clean(`${feedTitle(labels, plan)} · ${site}`),
		link: address(pageOf(view, plan)),
		feed: address(plan.route),
		updated: dateOf(latest?.updated ?? model.asOf),
		author: { name: clean(site) },
		generator: model.generator,
	});
	for (const item of plan.entries) feed.addItem(itemOf(labels, item, id, address));
	const text = feed.atom1().replace('<feed ', `<feed xml:lang="${view.lang}" `);
	return `${model.siteUrl ? text : text.replaceAll(NOWHERE, '')}\n`;
}

function itemOf(
	labels: SiteLabels,
	{ entry, updated, published }: FeedEntry,
	id: (name: string, route: Route) => string,
	address: (route: Route) => string,
) {
	const name = entry.kind === 'page' ? entry.title : `${entry.id} ${entry.title}`;
	const categories = [
		{ name: labels.kind(entry.kind), term: entry.kind, scheme: 'urn:mainstay:kind' },
		...(entry.logType
			? [
					{
						name: labels.value('logType', entry.logType),
						term: entry.logType,
						scheme: 'urn:mainstay:logType',
					},
				]
			: []),
		...entry.modules.map((key) => ({
			name: labels.module(key),
			term: key,
			scheme: 'urn:mainstay:module',
		})),
	];
	const author: Author[] = entry.owner ? [{ name: clean(labels.role(entry.owner)) }] : [];
	const status =
		entry.status === 'retired' || entry.status === 'superseded'
			? `${labels.value('status', entry.status)}: `
			: '';
	return {
		// The library writes titles and summaries as HTML.
		title: escapeText(clean(status + name)),
		id: id(`${entry.id}@${entry.lang}`, entry.route),
		link: address(entry.route),
		date: dateOf(updated),
		...(published === undefined ? {} : { published: dateOf(published) }),
		...(entry.summary ? { description: escapeText(clean(entry.summary)) } : {}),
		...(author.length > 0 ? { author } : {}),
		category: categories.map((each) => ({ ...each, name: clean(each.name) })),
		extensions: [],
	};
}

function pageOf(view: LanguageView, { key, module }: FeedPlan): Route {
	if (module !== undefined) return moduleRoute(view, module);
	return key === 'logs' ? listRoute(view, 'system-log') : `${view.prefix}/`;
}

/** Days have no time of day: noon UTC is the same day almost everywhere. */
function dateOf(day: string): Date {
	return new Date(`${day}T12:00:00Z`);
}

/** Without what XML 1.0 cannot hold. */
function clean(text: string): string {
	return text.replace(NOT_XML, '').toWellFormed();
}

const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Of all names of Mainstay's feeds; made once by chance. */
const NAMESPACE = Buffer.from('6f1f3f0a5b6c4d1c9a3e2d7c8b9a0e41', 'hex');

/** A name as a URN (RFC 9562, version 5). */
export function uuidOf(name: string): string {
	const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = bytes.toString('hex');
	const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
	return `urn:uuid:${parts.join('-')}`;
}
