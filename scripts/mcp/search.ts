import * as z from 'zod';
import { DOCUMENT_KINDS, inForce } from '../../src/model/index.ts';
import type { SearchAnswer, SearchResult } from '../../src/search/index.ts';
import type { Knowledge } from './knowledge.ts';
import { citationOf, defineTool, type ToolAnswer } from './tool.ts';

/** Signs that a document was written for just this text. */
const EXACT: ReadonlySet<string> = new Set(['code', 'signature', 'pattern']);
/** Retired documents are taken out afterwards, so more are asked for than shown. */
const SPARE = 20;

const includeRetired = z
	.boolean()
	.default(false)
	.describe('Also retired and superseded documents. They must not be followed.');
const limit = z.int().min(1).max(50).default(5).describe('Most results.');

export const search = defineTool({
	name: 'search',
	title: 'Search',
	description:
		'Finds documents by words, codes, transactions or symptoms, in simplified or traditional Chinese or English, whatever language they are written in. Each result cites file and line.',
	input: z.object({
		query: z.string().min(1).max(4000),
		kind: z.enum(DOCUMENT_KINDS).optional().describe('Only this kind.'),
		module: z.string().optional().describe('Only this module, by key.'),
		lang: z.string().optional().describe('Preferred language of the documents: zh-CN, zh-TW, en…'),
		limit,
		includeRetired,
	}),
	run: async (knowledge, { query, kind, module, lang, limit, includeRetired }) => {
		const answer = await knowledge.search.search(query, {
			limit: limit + SPARE,
			...(kind ? { kind } : {}),
			...(lang ? { lang } : {}),
			...(module ? { filters: { module: [module] } } : {}),
		});
		const results = shown(knowledge, answer.results, includeRetired).slice(0, limit);
		return answerOf(answer, results, results.length === 0 ? nothingText(answer) : doubtText(answer));
	},
});

export const matchError = defineTool({
	name: 'match_error',
	title: 'Match an error text',
	description:
		'Finds the runbook for a pasted error, log or dialog text by its codes, literal texts and patterns, and says which line matched which signature. Says so when nothing matches exactly: then the rest are guesses.',
	input: z.object({
		text: z.string().min(1).max(20_000).describe('The text as it was shown; several lines are fine.'),
		limit,
		includeRetired,
	}),
	run: async (knowledge, { text, limit, includeRetired }) => {
		const answer = await knowledge.search.search(text, { limit: 50 });
		const open = shown(knowledge, answer.results, includeRetired);
		const exact = open.filter(({ result }) => result.reasons.some(({ type }) => EXACT.has(type)));
		const results = (exact.length > 0 ? exact : open).slice(0, limit);
		const head =
			exact.length > 0
				? `${exact.length} document${exact.length === 1 ? '' : 's'} declared a signature of this text.`
				: 'No document declares a code, text or pattern of this error. What follows is found by its words only: check it before you follow it.';
		return answerOf(answer, results, head, { exact: exact.length > 0 });
	},
});

interface Shown {
	readonly result: SearchResult;
	readonly citation: string;
}

function shown(knowledge: Knowledge, results: readonly SearchResult[], includeRetired: boolean): Shown[] {
	return results.flatMap((result) => {
		const document = knowledge.versions(result.id).find(({ lang }) => lang === result.lang);
		if (!document || (!inForce(document) && !includeRetired)) return [];
		return [{ result, citation: citationOf(document, result.anchor) }];
	});
}

function answerOf(
	answer: SearchAnswer,
	results: readonly Shown[],
	head: string,
	more: Readonly<Record<string, unknown>> = {},
): ToolAnswer {
	const lines = results.map(({ result, citation }, index) => {
		const { id, title, status, summary, matched, firstStep } = result;
		return [
			`${index + 1}. ${id} ${title}${status ? ` [${status}]` : ''}`,
			...(matched.length > 0 ? [`   matched: ${matched.join('; ')}`] : []),
			...(summary ? [`   ${summary}`] : []),
			...(firstStep ? [`   first step: ${firstStep}`] : []),
			`   source: ${citation}`,
		].join('\n');
	});
	return {
		text: [head, ...lines].filter(Boolean).join('\n'),
		data: {
			...more,
			confidence: answer.confidence,
			results: results.map(({ result, citation }) => ({
				id: result.id,
				kind: result.kind,
				lang: result.lang,
				title: result.title,
				status: result.status,
				summary: result.summary,
				excerpt: result.excerpt,
				matched: [...result.matched],
				score: result.score,
				citation,
			})),
		},
	};
}

function nothingText({ tried, nearest }: SearchAnswer): string {
	const near = nearest.length > 0 ? ` Known words like it: ${nearest.join(', ')}.` : '';
	return `Nothing found. Looked up: ${tried.join(', ')}.${near}`;
}

function doubtText({ doubtful }: SearchAnswer): string {
	return doubtful ? 'None of these explains much of the question.' : '';
}
