import type { FeedsText } from './index.ts';

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`);

/** The words of feeds, calendars and digests, English. */
export const en: FeedsText = {
	subscribe: 'Subscribe',
	atom: 'Feed (Atom)',
	calendar: 'Due dates (calendar)',
	all: 'All changes',
	logs: 'System logs',
	calendarOf: (title) => `${title}: due dates`,
	due: {
		review: (title) => `Review: ${title}`,
		workaround: (title) => `Temporary measure ends: ${title}`,
		permission: (title) => `Permission expires: ${title}`,
		backup: (system) => `Backup due: ${system}`,
		restoreDrill: (system) => `Restore drill due: ${system}`,
	},
	digest: (title) => `What is new: ${title}`,
	period: (since, asOf) => `From ${since} to ${asOf}`,
	byDates: 'There is no version history: only the days that documents name were looked at.',
	module: (name) => `Module: ${name}`,
	nothing: 'Nothing is new, nothing is due.',
	more: (n) => `${n} more`,
	sections: {
		openIncidents: 'Open incidents',
		workarounds: 'Temporary measures that end',
		permissions: 'Permissions that expire',
		reviews: 'Reviews due',
		continuity: 'Backups and restore drills due',
		logs: 'New log entries',
		added: 'New documents',
		changed: 'Changed documents',
		retired: 'No longer valid',
		removed: 'Removed',
	},
	overdue: (n, date) => `${days(n)} overdue (${date})`,
	daysLeft: (n, date) => (n === 0 ? `today, ${date}` : `in ${days(n)}, ${date}`),
	never: 'never proved',
	open: 'Open the knowledge base',
	asOf: (date) => `as of ${date}`,
};
