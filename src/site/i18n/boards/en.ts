import { enParts } from './en-parts.ts';
import { days, many } from './en-words.ts';

/** What the boards say, in English; its keys are the keys of every language. */
export const en = {
	boards: 'Boards',
	lead: 'What all documents say together, computed from them at every build. Nothing here is written by hand.',
	asOf: (date: string) => `As of ${date}`,
	json: 'As data',
	allBoards: 'All boards',
	filters: 'Filters',
	all: (what: string) => `${what}: all`,
	reset: 'Show all',
	shown: (n: number, of: number) => `${n} of ${of} shown`,
	noMatch: 'Nothing matches these filters.',
	page: (n: number, of: number) => `Page ${n} of ${of}`,
	loadAll: (n: number) => `Show all ${n} on this page`,
	how: 'How this is computed',
	record: 'To record one',
	write: 'What to write',
	document: 'Document',
	numbers: 'Key numbers',
	days,
	daysLeft: (n: number) => (n === 0 ? 'last day today' : `${days(n)} left`),
	daysOver: (n: number) => `${days(n)} over`,
	minutes: (n: number) => (n < 60 ? `${n} min` : `${Math.floor(n / 60)} h${n % 60 ? ` ${n % 60} min` : ''}`),
	personDays: (n: number) => `${many(n, 'person-day', 'person-days')}`,
	/** Between a name and its value. */
	colon: ': ',
	none: 'none',
	unknown: 'not stated',
	total: 'Total',
	count: 'Count',
	state: 'State',
	noDocument: 'None',
	title: {
		workarounds: 'Temporary measures',
		freshness: 'Freshness',
		coverage: 'Coverage',
		risks: 'Risk register',
		permissions: 'Permissions',
		continuity: 'Continuity',
		customisations: 'Customisations',
		upgrade: 'Upgrade',
		timeline: 'Timeline',
		incidents: 'Incidents',
	},
	about: {
		workarounds:
			'What is done for now instead of the proper way: until when, how it is reconciled, when it may end.',
		freshness: 'How far each document can be relied on, by the evidence that it was held against reality.',
		coverage: 'Which steps, modules and kinds of trouble have a document, and which gap to close first.',
		risks: 'Risks that logs have judged, by likelihood and impact.',
		permissions:
			'Who got which rights, who approved it, what has expired, and where duties were not separated.',
		continuity: 'Backups and restore drills: the last success of every system against its target.',
		customisations: 'What was changed in or added to the standard: how, at what risk, on which objects.',
		upgrade:
			'What an upgrade asks of the customisations: what to adapt, in which order, how long, what to test.',
		timeline: 'All log entries by day, month, type and system.',
		incidents: 'What goes wrong, where, why, how long it takes, and whether the runbooks work.',
	},
	counted: {
		workarounds: (n: number) => `${n} live`,
		freshness: (n: number) => many(n, 'document judged', 'documents judged'),
		coverage: (n: number) => many(n, 'step without a runbook', 'steps without a runbook'),
		risks: (n: number) => many(n, 'risk', 'risks'),
		permissions: (n: number) => many(n, 'record', 'records'),
		continuity: (n: number) => many(n, 'system', 'systems'),
		customisations: (n: number) => many(n, 'customisation', 'customisations'),
		upgrade: (n: number) => `${n} to adapt for the next release`,
		timeline: (n: number) => many(n, 'log entry', 'log entries'),
		incidents: (n: number) => many(n, 'incident', 'incidents'),
	},
	alarm: {
		workarounds: (n: number) => `${n} overdue`,
		freshness: (n: number) => `${n} with weak or no evidence`,
		coverage: (n: number) => `${n} of them with incidents`,
		risks: (n: number) => `${n} high or critical`,
		permissions: (n: number) => `${n} expired or doubtful`,
		continuity: (n: number) => `${n} not proven in time`,
		customisations: (n: number) => `${n} of high risk`,
		upgrade: (n: number) => `${n} without an estimate`,
		timeline: (n: number) => `${n} in progress`,
		incidents: (n: number) => `${n} open`,
	},
	/** Said where a board is as it should be. */
	calm: 'nothing pressing',
	empty: {
		workarounds:
			'No runbook in force names a temporary measure. That is the best state of this board; when one is agreed on, write it into the runbook:',
		freshness:
			'There is no process, development note or runbook to judge yet. A review is written like this:',
		coverage: 'No process has steps yet, so nothing can be covered or missing. Steps are written like this:',
		risks: 'No log judges a risk yet. Add the field to a change, an incident or a drill:',
		permissions: 'No permission has been recorded yet. A log of type permission looks like this:',
		continuity:
			'No backup and no drill is on record, and mainstay.yaml names no targets. Targets are written like this:',
		customisations:
			'There is no development note yet: by what is written down, the system is standard. A note starts like this:',
		upgrade:
			'There is no development note yet, so by what is written down an upgrade has nothing to adapt. A note names its risk and effort like this:',
		timeline: 'There is no log entry yet. The first one is started with:',
		incidents: 'No incident has been recorded yet. The first one is started with:',
	},
	...enParts,
};

type Widen<T> = T extends (...args: infer A) => string
	? (...args: A) => string
	: T extends string
		? string
		: { readonly [K in keyof T]: Widen<T[K]> };

/** The texts that a language must have. */
export type BoardText = Widen<typeof en>;

export type BoardParts = Widen<typeof enParts>;
