/** Following a runbook, recording it and reporting a problem, in English; its keys are the keys of every language. */
export const en = {
	// Runs
	title: 'Follow as a checklist',
	lead: 'Tick off the steps, note what you see, and end with a log entry. Everything stays in this browser until you save it.',
	start: 'Start a run',
	startAnother: 'Start another run',
	runs: 'Runs on this device',
	runName: 'Name of this run',
	defaultName: (n: number) => `Run ${n}`,
	startedAt: (at: string) => `started ${at}`,
	finishedAt: (at: string) => `finished ${at}`,
	progress: (done: number, of: number) => `${done} of ${of} steps`,
	allDone: 'All steps done',
	open: 'Open',
	finish: 'Finish',
	resume: 'Resume',
	leave: 'Leave the run',
	remove: 'Delete',
	removeTitle: 'Delete this run?',
	removeText: (name: string) =>
		`“${name}” with its ticks, notes and times will be gone from this device. A log that you saved or committed stays.`,
	recordedAs: (id: string) => `recorded as ${id}`,
	print: 'Print',
	cancel: 'Cancel',
	close: 'Close',
	finished: 'This run is finished. Its record can still be made.',
	changedTitle: 'The document has changed since this run began.',
	changedSteps: (steps: string) => `Changed: ${steps}`,
	addedSteps: (steps: string) => `New: ${steps}`,
	removedSteps: (count: number) => (count === 1 ? '1 step was taken out.' : `${count} steps were taken out.`),
	changedElsewhere: 'The text around the steps is different.',
	accept: 'I have read the changes',
	noStorage:
		'This browser keeps nothing (private window, or storage blocked). The run lasts until you close this page: make the record before that.',
	fullStorage:
		'This browser’s storage is full, so the last changes are not kept. Delete old runs, or make the record before you close this page.',
	newerStorage:
		'The runs on this device were kept by a newer version of this site and are left untouched. This run lasts until you close this page.',
	damagedStorage: 'Some runs on this device could not be read. They were set aside; the others are here.',

	// Parameters
	secretNote: 'Secret: never kept, masked in the record',
	notMatching: (example: string) =>
		`Does not have the expected form${example ? `, such as ${example}` : ''}.`,
	tooLong: 'Too long: 1000 characters at most.',
	controlCharacters: 'Contains a character that cannot be typed into a command.',
	filledCount: (done: number, of: number) => `${done} of ${of} filled in`,
	refused: (label: string, value: string, why: string) => `${label} (${value}) was not put in: ${why}`,
	refusals: {
		plain: 'in this place only letters, digits and . _ : / @ % + = , - are safe. Write this command by hand.',
		inner:
			'it contains a quote or a backslash, which would end the text it stands in. Write this command by hand.',
		number: 'in this place only a number or a plain name can stand.',
		dash: 'a value that begins with a dash would be read as an option.',
		comment: 'it would end the comment it stands in.',
		control: 'it is too long or contains a control character.',
	},

	// Commands
	missingTitle: 'Not everything is filled in',
	missingText: (names: string) =>
		`This command still contains placeholders: ${names}. It will not run as it is.`,
	fillIn: 'Fill in',
	copyTemplate: 'Copy with placeholders',
	copied: 'Copied',
	copyFailed: 'The browser did not allow copying. Select the text and press Ctrl+C.',

	// Steps
	step: (n: number) => `Step ${n}`,
	done: 'Done',
	skip: 'Skip',
	skipped: 'Skipped',
	undoSkip: 'Take back',
	addNote: 'Note',
	noteLabel: (n: number) => `Note on step ${n}`,
	notePlaceholder: 'What you saw, numbers, names of documents',
	asExpected: 'Is it as expected?',
	results: { yes: 'Yes', no: 'No', differs: 'Differs' },
	notExpected: 'Stop here and decide: undo this step, or escalate.',
	notExpectedTo: (to: string) => `Stop here and decide: undo this step, or escalate to ${to}.`,
	took: (minutes: number) => (minutes < 1 ? 'under 1 min' : `${minutes} min`),
	underWay: (minutes: number) => `for ${minutes < 1 ? 'under 1' : minutes} min`,
	tookOf: (minutes: number, planned: number) => `${minutes < 1 ? 'under 1' : minutes} of ${planned} min`,
	overPlan: 'longer than planned',
	here: 'You are here',

	// Destructive steps
	gate: 'This step cannot simply be taken back.',
	gateButton: 'Check and confirm',
	confirmedAt: (at: string) => `Confirmed ${at}`,
	confirmTitle: (n: number, title: string) => `Step ${n}: ${title}`,
	confirmLead: 'This changes data for good. Read both sides, then confirm.',
	confirmWhat: 'What will be done',
	confirmUndo: 'How to undo it',
	confirmNoCommand: 'By hand, as the step describes.',
	confirmNoUndo: 'The document names no way back.',
	confirmType: (word: string) => `Type ${word} to confirm`,
	confirmOpen: (names: string) => `Not filled in yet: ${names}`,
	confirmWrong: (word: string) => `Type exactly: ${word}`,
	confirm: 'Confirm this step',

	// Timer
	elapsed: (minutes: number) => `${minutes} min`,
	elapsedOf: (minutes: number, planned: number) => `${minutes} of ${planned} min`,
	late: 'over time',
	escalateIn: (to: string, minutes: number) => `Escalate to ${to} in ${minutes} min`,
	escalateNow: (to: string) => `Escalate to ${to} now`,
	escalated: (at: string) => `escalated ${at}`,
	markEscalated: 'I have escalated',
	inMinutes: (minutes: number) => `in ${minutes} min`,
	now: 'now',
	barLabel: 'Progress of the run',
	nextStep: 'Next step',
	record: 'Record',
	toTop: 'Run',

	// Keys
	keys: 'Keys',
	keysLead: 'While the focus is on the run or a step:',
	keyList: [
		['n', 'next step'],
		['p', 'previous step'],
		['d', 'tick the step'],
		['c', 'copy its next command'],
		['y', 'as expected'],
		['m', 'note'],
		['r', 'make the record'],
	] as readonly (readonly [string, string])[],

	// Record
	recordTitle: 'Record this run',
	recordLead: 'Check the fields and save the file. It is ready to be committed; nothing is sent from here.',
	loadFailed: 'What the form needs could not be loaded. Check the connection and try again.',
	groups: { what: 'What it was', who: 'Who', outcome: 'How it ended', file: 'File' },
	labels: {
		objects: 'Objects changed, one per line',
		worked: 'What helped',
		failed: 'What did not help or was missing',
		followUp: 'What remains to be done',
		downtime: 'Downtime in minutes',
		fileName: 'File name',
		place: 'Process and step',
		nowhere: 'None',
		choose: 'Choose',
	},
	idHint: (asOf: string) =>
		`Next free number as of ${asOf}, when this site was built. Change it if it has been taken since.`,
	required: 'needed',
	missing: (n: number) =>
		n === 1
			? '1 field is empty or not right; it is marked.'
			: `${n} fields are empty or not right; they are marked.`,
	wrong: {
		id: 'A log number looks like LOG-2026-0001.',
		date: 'A date looks like 2026-01-31.',
		fileName: 'A file name of letters, digits, dot and dash that ends in .md.',
		approvedBy: 'Whoever carried it out cannot approve it.',
		downtime: 'A number of minutes.',
		empty: 'Fill this in.',
	} as Readonly<Record<string, string>>,
	preview: 'The file',
	masked:
		'Something that looks like a password, a token or a long number was masked. Read the text before you save it.',
	download: 'Save the file',
	copyFile: 'Copy',
	openFile: (platform: string) => `Open in ${platform}`,
	platforms: { github: 'GitHub', gitlab: 'GitLab', gitea: 'Gitea', custom: 'the repository' },
	saved: (path: string) => `Saved. Put it at ${path} and commit it.`,
	fileCopied: (path: string) => `Copied. Paste it into ${path} and commit it.`,
	opened: 'A new tab shows the file. Commit it there.',
	openedPaste:
		'The text was copied: it is too long for the address. Paste it into the page that has opened, then commit.',
	openedCheck: 'A new tab shows the file. The text was copied as well: paste it if the page is empty.',
	putAt: (path: string) => `Goes to ${path}`,
	noRepository: 'To open the repository from here, set repository: in mainstay.yaml.',

	// Report
	report: 'Report a problem',
	reportTitle: 'Report a problem',
	reportLead:
		'Say what you see, as you would on the phone. It becomes a report for your team: nothing is sent from here.',
	reportAbout: (title: string) => `Seen while reading: ${title}`,
	seen: 'What do you see?',
	seenHint: 'The message word for word, the document number, what you expected instead.',
	kindOfTrouble: 'What kind of trouble is it?',
	classHints: {
		'data-inconsistency': 'Numbers differ, records are missing or double',
		'crash-or-slow': 'It stops, hangs or is very slow',
		'process-mismatch': 'The system does not allow what the work needs',
		'user-operation': 'Something was entered or clicked wrongly, or it is unclear how',
		integration: 'Another system does not send or receive',
		permission: 'Not allowed to open or do something',
	} as Readonly<Record<string, string>>,
	urgency: 'How urgent is it?',
	where: 'Where? Screen, transaction, document number',
	sinceWhen: 'Since when, and who is affected?',
	meanwhile: 'What do you do meanwhile?',
	meanwhileHint: 'On paper, in the old system, not at all',
	issueTitle: (what: string) => `Problem: ${what}`,
	asIssue: 'As a ticket',
	asLog: 'As a log entry',
	openIssue: (platform: string) => `Open a ticket in ${platform}`,
	issueSaved: 'Saved. Attach it to your ticket or mail.',
	issueCopied: 'Copied. Paste it into your ticket, mail or chat.',
	issueOpened: 'A new tab shows the ticket. Read it through and send it there.',
	issueOpenedPaste:
		'The text was copied: it is too long for the address. Paste it into the ticket that has opened.',
	issue: {
		seen: 'What is seen',
		where: 'Where',
		since: 'Since when, who is affected',
		meanwhile: 'Meanwhile',
		class: 'Kind of trouble',
		urgency: 'Urgency',
		system: 'System',
		page: 'Page',
		version: 'version of',
		line: (label: string, value: string) => `${label}: ${value}`,
	},

	// Blank checklist on paper
	paper: { name: 'Run', by: 'By', date: 'Date', start: 'Start', end: 'End', note: 'Note' },
};

type Widen<T> = T extends (...args: infer A) => string
	? (...args: A) => string
	: T extends string
		? string
		: T extends readonly unknown[]
			? T
			: { readonly [K in keyof T]: Widen<T[K]> };

/** The texts that a language must have. */
export type RunText = Widen<typeof en>;
