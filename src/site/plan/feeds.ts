import {
	documentKey,
	type LanguageView,
	type ListEntry,
	type Route,
	type SiteModel,
} from '../../model/index.ts';
import { recordOf, textOf } from './read.ts';
import { entriesByModule } from './targets.ts';

/** A document with the days that a reader of a feed goes by, `YYYY-MM-DD`. */
export interface FeedEntry {
	readonly entry: ListEntry;
	readonly updated: string;
	readonly published?: string;
}

export interface FeedPlan {
	/** `all`, `logs`, or the key of a module where `module` is set. */
	readonly key: string;
	readonly module?: string;
	/** A file, so without a slash at its end. */
	readonly route: Route;
	/** Latest first, not all of them. */
	readonly entries: readonly FeedEntry[];
}

/** A reader that asks once a week must not miss anything; who wants the whole record has the listings. */
const MOST = 60;

const plans = new WeakMap<LanguageView, readonly FeedPlan[]>();

/** The feeds of one interface language. Documents of which no day is known are in none; empty feeds are left out. */
export function feedsOf(model: SiteModel, view: LanguageView): readonly FeedPlan[] {
	let feeds = plans.get(view);
	if (!feeds) {
		feeds = planFeeds(model, view);
		plans.set(view, feeds);
	}
	return feeds;
}

function planFeeds(model: SiteModel, view: LanguageView): FeedPlan[] {
	const pages = new Map(model.pages.map((page) => [page.key, page]));
	const dated = new Map<ListEntry, FeedEntry>();
	for (const entry of view.entries) {
		const page = pages.get(documentKey(entry.id, entry.lang));
		const written = entry.date?.slice(0, 10);
		const reviewed = textOf(recordOf(page?.frontmatter, 'review'), 'on');
		const updated = page?.lastChanged?.slice(0, 10) ?? written ?? reviewed;
		if (updated !== undefined) {
			dated.set(entry, { entry, updated, ...(written === undefined ? {} : { published: written }) });
		}
	}
	const feed = (key: string, entries: readonly ListEntry[], module?: string): FeedPlan => ({
		key,
		...(module === undefined ? {} : { module }),
		route: `${view.prefix}/feeds/${key}.xml`,
		entries: entries
			.flatMap((entry) => dated.get(entry) ?? [])
			.sort(byDay)
			.slice(0, MOST),
	});
	return [
		feed('all', view.entries),
		feed(
			'logs',
			view.entries.filter(({ kind }) => kind === 'system-log'),
		),
		...[...entriesByModule(view)].map(([key, entries]) => feed(segmentOf(key), entries, key)),
	].filter(({ entries }) => entries.length > 0);
}

/** A module may be called as one of our own feeds is. */
function segmentOf(module: string): string {
	return module === 'all' || module === 'logs' ? `~${module}` : module;
}

function byDay(a: FeedEntry, b: FeedEntry): number {
	if (a.updated !== b.updated) return a.updated < b.updated ? 1 : -1;
	return a.entry.id < b.entry.id ? -1 : 1;
}

/** The due dates of everything, or of one module; a file. */
export function calendarRoute(view: LanguageView, module?: string): Route {
	return module === undefined ? `${view.prefix}/calendar.ics` : `${view.prefix}/calendars/${module}.ics`;
}

/** What every page shows of feeds: which there are to subscribe to. */
export function feedsShown(model: SiteModel): unknown {
	return model.views.map((view) => feedsOf(model, view).map(({ route }) => route));
}
