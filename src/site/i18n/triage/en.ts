import type { TriageText } from './index.ts';

function duration(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	return hours === 0 ? `${minutes} min` : `${hours} h${rest ? ` ${rest} min` : ''}`;
}

/** The words of the triage page, English. */
export const en: TriageText = {
	title: 'What is wrong?',
	lead: 'Three steps from what you see to the runbook that mends it, or to somebody who can.',
	entry: 'Something is wrong, but what?',
	entryText: 'Three steps from what you see to the runbook, or to whom to call.',
	searchFirst: 'There is an error text or a code?',
	searchLink: 'Paste it into the search',
	print: 'Print as a poster',
	data: 'Data',
	steps: ['What do you see?', 'Where?', 'What to do'],
	classes: {
		'data-inconsistency': {
			question: 'Figures do not agree, or records are missing or doubled',
			tell: 'Everything runs, but two places that should say the same do not.',
			first: 'Change nothing yet. Write down both figures, where each stands, and the time.',
		},
		'crash-or-slow': {
			question: 'The system is down, breaks off with an error, or keeps spinning',
			tell: 'It is not about one document: pages do not open, or everything takes long.',
			first: 'Find out whether it is one person or everybody, one page or all of them.',
		},
		'process-mismatch': {
			question: 'The system refuses a step that the business needs',
			tell: 'It works as it was set up, but the work cannot go on that way.',
			first: 'Note the document number and the step. Do not work around an approval.',
		},
		'user-operation': {
			question: 'Something was entered wrongly, or nobody knows how to do it',
			tell: 'Others can do the same without trouble.',
			first: 'Do not submit it again. Note what was entered and what was clicked.',
		},
		integration: {
			question: 'Another system did not send, or did not receive',
			tell: 'Each system works by itself; what should pass between them does not arrive.',
			first: 'See whether the other system is up, and when something last came through.',
		},
		permission: {
			question: 'A menu or a document is missing, or access is refused',
			tell: 'The same works with a colleague’s account in the same role.',
			first: 'Note the account, the menu and the message. Do not borrow another account.',
		},
	},
	runbooks: (n) => (n === 1 ? '1 runbook' : `${n} runbooks`),
	incidents: (n) => (n === 1 ? '1 incident on record' : `${n} incidents on record`),
	back: 'Back to what you see',
	areas: 'Areas',
	noArea: 'Any area',
	alsoHere: 'Also happens here:',
	begin: 'Begin with',
	about: (minutes) => `about ${duration(minutes)}`,
	whole: (minutes) => `${duration(minutes)} in all`,
	happened: (n) => (n === 1 ? 'needed once so far' : `needed ${n} times so far`),
	worked: (percent, tried) => `worked ${percent}% of ${tried === 1 ? '1 time' : `${tried} times`}`,
	untried: 'no record yet whether it works',
	unsolved: 'Not solved?',
	atOnce: 'at once',
	after: (minutes) => `after ${duration(minutes)}`,
	more: (n) => `${n} more`,
	noneFits: 'None of these fits',
	noneFitsText: 'Nobody has written this case down yet. Call somebody, and keep what was seen.',
	ask: 'Whom to call',
	askFirst: (runbooks) => `in ${runbooks === 1 ? '1 runbook' : `${runbooks} runbooks`}`,
	noContacts: 'No runbook of this class says whom to escalate to: add “escalation” to one of them.',
	vendors: 'Vendors',
	noteDown: 'Note down meanwhile',
	notes: [
		'The message in full, copied rather than retold',
		'When it began, which system, test or production',
		'Who saw it: account, menu, document number',
		'What was done just before, what was changed lately',
		'How many people wait, and for what',
		'What has been tried already',
	],
	empty: 'No runbook for this yet',
	emptyText: (n) =>
		n === 0
			? 'Nothing of the kind is on record either. The first case is the moment to write one.'
			: `${n === 1 ? 'One incident is' : `${n} incidents are`} on record without a runbook that helps the next reader.`,
	write: 'Begin one with',
	newTitle: 'What somebody sees',
};
