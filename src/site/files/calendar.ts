import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { type CalendarEvent, calendarEvents } from '../../boards/calendar.ts';
import { type Boards, type LanguageView, localize, type SiteModel } from '../../model/index.ts';
import { feedsText } from '../i18n/feeds/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';
import { calendarRoute } from '../plan/feeds.ts';
import type { SiteIndex } from '../plan/site-index.ts';
import { entriesByModule } from '../plan/targets.ts';
import { urlOf } from './api/documents.ts';
import { uuidOf } from './feeds.ts';
import type { SiteFiles } from './site-file.ts';

/**
 * When reviews, temporary measures, permissions, backups and restore drills fall due, as calendars (RFC 5545)
 * of all-day events: of everything and of each module, in every interface language.
 */
export const calendarFiles: SiteFiles = function* (model, index) {
	const { boards } = model;
	if (!boards) return;
	for (const view of model.views) {
		const modules = [undefined, ...entriesByModule(view).keys()];
		for (const module of modules) {
			yield {
				path: calendarRoute(view, module).slice(1),
				text: () => calendarText(model, index, view, boards, module),
			};
		}
	}
};

function calendarText(
	model: SiteModel,
	index: SiteIndex,
	view: LanguageView,
	boards: Boards,
	module: string | undefined,
): string {
	const labels = index.labels(view);
	const text = feedsText[labels.lang];
	const site = localize(model.title, view.lang, model.defaultLanguage) || 'Mainstay';
	const calendar = ical({
		name: text.calendarOf(module === undefined ? site : `${site} · ${labels.module(module)}`),
		prodId: { company: 'Mainstay', product: 'Knowledge base', language: view.lang.toUpperCase() },
		method: ICalCalendarMethod.PUBLISH,
		// Twice a day is enough for what changes by commits.
		ttl: 43_200,
	});
	const entries = index.entries(view);
	const stamp = new Date(`${model.asOf}T00:00:00Z`);
	for (const event of calendarEvents(boards)) {
		if (module !== undefined && !event.modules.includes(module)) continue;
		const entry = entries.get(event.id);
		const summary = text.due[event.type](
			event.system === undefined
				? `${event.id.replace(/^page:.*/, '')} ${entry?.title ?? ''}`.trim()
				: labels.system(event.system),
		);
		const facts = factsOf(labels, event, entry?.summary);
		calendar.createEvent({
			id: `${uuidOf(`${Object.values(model.title).join('/')} ${event.key}`).slice('urn:uuid:'.length)}@mainstay`,
			start: dayOf(event.date),
			end: dayOf(event.date, 1),
			allDay: true,
			stamp,
			summary,
			transparency: ICalEventTransparency.TRANSPARENT,
			categories: [{ name: event.type }],
			...(facts ? { description: facts } : {}),
			// A link that does not say where it leads is of no use in a calendar.
			...(entry && model.siteUrl ? { url: urlOf(model, entry.route) } : {}),
		});
	}
	return `${calendar.toString()}\r\n`;
}

function factsOf(labels: SiteLabels, event: CalendarEvent, summary = ''): string {
	const owner = event.owner ? `${labels.field('owner')}: ${labels.role(event.owner)}` : '';
	return [event.system === undefined ? summary : event.id, owner].filter(Boolean).join('\n');
}

/** The library reads a day by the machine's clock: it gets the one that this machine calls midnight. */
function dayOf(date: string, after = 0): Date {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	return new Date(year, month - 1, day + after);
}
