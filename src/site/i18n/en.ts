/** Site furniture in English; its keys are the keys of every language. */
export const en = {
	home: 'Home',
	map: 'Process map',
	listRunbook: 'Runbooks',
	listProcess: 'Processes',
	listLog: 'System log',
	listNote: 'Development notes',
	listPage: 'Pages',
	search: 'Search',
	searchPrompt: 'Paste an error, or type a code, transaction or symptom',
	searchTitle: 'What went wrong?',
	menu: 'Menu',
	mainNavigation: 'Main',
	language: 'Language',
	notTranslated: 'not translated; goes to the home page',
	theme: 'Light or dark appearance',
	skip: 'Skip to content',
	breadcrumbs: 'You are here',
	onThisPage: 'On this page',
	inThisSection: 'In this section',
	other: 'Other',
	more: (n: number) => `${n} more`,
	allOf: (what: string, n: number) => `All ${n} ${what.toLowerCase()}`,

	// Home
	valueChain: 'Business processes',
	openMap: 'Open the process map',
	runbooksByClass: 'Runbooks by kind of trouble',
	modules: 'By module',
	recentLogs: 'Recent log entries',
	allLogs: 'All log entries',
	startReading: 'Start here',
	browse: 'Browse the pages',
	emptyTitle: 'Nothing here yet',
	emptyText:
		'This knowledge base has no documents yet. Add a Markdown file to its documents folder and build again.',

	// Listings
	filter: 'Filter',
	filterReset: 'Reset filters',
	filterText: 'Title, number or word',
	shown: (n: number, of: number) => `${n} of ${of} shown`,
	noMatch: 'No entry matches these filters.',
	showMore: 'Show more',
	continued: '(continued)',
	pages: 'Pages',
	pageOf: (n: number, of: number) => `Page ${n} of ${of}`,
	previousPage: 'Previous page',
	nextPage: 'Next page',
	year: 'Year',
	module: 'Module',

	// Document
	permalink: 'Permanent address',
	copied: 'Copied',
	copyCode: 'Copy code',
	copyLink: 'Copy permanent address',
	sourceFile: 'Source',
	lastChanged: 'Last changed',
	translations: 'Also in',
	related: 'Related',
	backlinks: 'Referred to by',
	children: 'Below this process',
	previous: 'Previous',
	next: 'Next',
	reviewed: (on: string) => `Reviewed ${on}`,
	reviewDue: (on: string) => `next review ${on}`,
	overdue: 'overdue',
	neverReviewed: 'Not reviewed yet',
	retired: 'This document is retired. It stays readable for the record; do not follow it.',
	superseded: 'This document has been replaced.',
	successor: 'Use instead:',

	// Runbook
	symptoms: 'You see',
	signatures: 'Recognised by',
	minutes: (n: number) => `${n} min`,
	afterMinutes: (n: number) => `after ${n} min`,
	immediately: 'at once',
	parameters: 'Fill in first',
	parametersLead:
		'What you enter here replaces the placeholders in every command on this page. It never leaves your browser.',
	prerequisites: 'Before you start',
	escalation: 'If it does not help',
	workarounds: 'Temporary measures',
	until: 'until',
	expired: 'expired',
	happensIn: 'Happens in',
	example: 'Example',

	// Process
	diagram: 'Process diagram',
	diagramHelp: 'Drag to move. Ctrl and wheel, or + and −, to zoom; 0 for the whole; arrow keys to pan.',
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	zoomReset: 'Whole diagram',
	fullscreen: 'Full screen',
	stepList: 'Steps in order',
	leadsTo: 'Next',
	when: (condition: string) => `if ${condition}`,
	whenGoesWrong: 'When it goes wrong',
	customisedBy: 'Customised by',
	opens: 'Opens',
	controlsAndKpis: 'Controls and key figures',

	// Glossary
	glossary: 'Glossary',
	forMachines: 'For machines (JSON)',
	glossaryLead:
		'Words for the same thing, by language. The search treats the words of one line as one, abbreviations included.',
	glossaryFilter: 'Find a term on this page',
	glossaryShown: (n: number, of: number) => `${n} of ${of} terms`,
	glossaryNone: 'No term on this page contains this.',
	glossaryOwn: 'Words of this knowledge base',
	glossaryFinance: 'Finance and control',
	glossarySupply: 'Purchasing, sales and stock',
	glossaryProduction: 'Production, quality and people',
	glossarySystems: 'Systems and operations',
	glossaryProblems: 'Ways to say that something is wrong',
	glossaryLook: (term: string) => `Search for ${term}`,

	// 404 and others
	notFoundTitle: 'There is no page at this address',
	notFoundText: 'It may have moved. Documents keep their number: look for the number or a word of the title.',
	builtWith: 'Made with',
	localTime: 'Dates are year-month-day.',
	yes: 'yes',
	no: 'no',

	// Problems shown while writing
	problems: (n: number) => (n === 1 ? '1 problem' : `${n} problems`),
	hide: 'Hide',
};

type Widen<T> = T extends (...args: infer A) => string ? (...args: A) => string : string;

/** The texts that a language must have. */
export type Furniture = { readonly [K in keyof typeof en]: Widen<(typeof en)[K]> };
