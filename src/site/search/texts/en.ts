import type { SearchText } from '../text.ts';
import { LANGUAGE_NAMES } from './languages.ts';

/** The search interface in English. */
export const en: SearchText = {
	search: 'Search',
	placeholder: 'Paste an error, or type a code, a transaction or a symptom',
	close: 'Close search',
	results: 'Search results',
	count: (shown, total) =>
		total === 1
			? '1 result'
			: total > shown
				? `${total} results, the best ${shown} shown`
				: `${total} results`,
	failed: 'The search index could not be loaded. Reload the page, or use the lists.',
	none: 'Nothing found.',
	noneHint: 'Try the error code alone, fewer words, or the name of the transaction.',
	tried: 'Looked up:',
	nearest: 'Did you mean:',
	doubtful: 'No document matches this well. The nearest:',
	cut: 'The text is very long: only its first part was read.',
	recent: 'Recent searches on this device',
	forget: 'Clear recent searches',
	paste: (lines) => (lines === 1 ? 'Pasted text, 1 line' : `Pasted text, ${lines} lines`),
	removePaste: 'Remove the pasted text',
	filters: 'Filters',
	resetFilters: 'Clear filters',
	allResults: 'All results with filters',
	more: 'Show more',
	below: 'Also found',
	start: 'Search runs in this page: what you paste is not sent anywhere and not stored.',
	lists: 'Browse the lists:',
	moduleLists: 'By module:',
	filtersChosen: (count) => `Filters (${count} chosen)`,
	pasteMatched: 'The lines that were recognised:',
	pasteMore: (lines) => (lines === 1 ? '… and 1 more line' : `… and ${lines} more lines`),
	report: {
		title: 'Report a problem',
		explain:
			'Copy this text into your ticket, mail or chat. Nothing is sent from here. What looks like a password, token or long number was masked; read it through before you send it.',
		copy: 'Copy',
		copied: 'Copied',
		selected: 'Selected: press Ctrl+C',
		save: 'Save as a file',
		heading: 'Problem report',
		query: 'Searched for: ',
		page: 'On page: ',
		language: 'Language: ',
		found: 'Nearest documents: ',
		nothing: 'none',
		questions: [
			'What I was doing (screen, document number):',
			'What I expected:',
			'What happened instead (exact message, time):',
		],
	},
	gaps: {
		title: 'Searches without a good answer',
		keep: 'Keep a list of my searches that find nothing good',
		explain:
			'The list stays in this browser. Save it as a file and hand it to the people who write this knowledge base, so that they see what is missing. Passwords, tokens and long numbers are masked; pasted texts are never kept.',
		count: (count) => (count === 1 ? '1 search on the list' : `${count} searches on the list`),
		save: 'Save the list as a file',
		clear: 'Clear the list',
	},
	noScript: 'Search needs JavaScript. Everything can also be reached from the lists:',
	keys: '↑ ↓ choose · Enter open · Esc close',
	line: (number) => `line ${number}`,
	firstStep: 'First step:',
	facet: {
		kind: 'Kind',
		module: 'Module',
		severity: 'Severity',
		exceptionClass: 'Exception class',
		lang: 'Language',
		status: 'Status',
	},
	reason: {
		code: (value) => `matched code ${value}`,
		signature: (value) => `matched message “${value}”`,
		pattern: (value) => `matched pattern ${value}`,
		symptom: (value) => `symptom “${value}”`,
		title: () => 'matched the title',
		name: (value) => `matched ${value}`,
		words: (value) => `contains ${value}`,
		related: (value) => `related to ${value}`,
	},
	language: LANGUAGE_NAMES,
};
