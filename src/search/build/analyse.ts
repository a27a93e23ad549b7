import type { SearchRecord } from '../../model/index.ts';
import { type Analysis, namedTexts, pathWords } from '../analysis.ts';
import { CONCEPT_MARK } from '../concepts.ts';
import { BODY_SHIFT, FIELD, MOST_BODY_CLASS, WINDOW_SHIFT, WINDOWS } from '../format.ts';
import type { Fold } from '../text/fold.ts';
import { tokensOf } from '../text/tokens.ts';

/** The terms of one document with their marks, and how long its body is. */
export interface DocumentTerms {
	readonly marks: ReadonlyMap<string, number>;
	/** Terms of the body, with repetitions. */
	readonly length: number;
}

/** Names by which people call a document and its subject: id, keywords, transactions, code objects, steps. */
export function namesOf(record: SearchRecord): string[] {
	const ids = record.kind === 'page' ? [] : [record.id];
	const steps = record.steps.map((step) => step.name);
	return [...new Set([...ids, ...record.keywords, ...record.transactions, ...record.objects, ...steps])];
}

/** Takes a record apart into terms. Concepts are looked for in the short fields only: in a body they are noise. */
export function termsOf(record: SearchRecord, { fold, concepts }: Analysis): DocumentTerms {
	const marks = new Map<string, number>();
	const add = (field: number, texts: readonly string[]): void => {
		for (const text of texts) {
			const folded = fold(text);
			for (const { term } of tokensOf(folded)) marks.set(term, (marks.get(term) ?? 0) | field);
			if (field === FIELD.path) continue;
			for (const { concept } of concepts(folded)) {
				const term = CONCEPT_MARK + concept;
				marks.set(term, (marks.get(term) ?? 0) | field);
			}
		}
	};
	for (const { field, text } of namedTexts({ ...record, names: namesOf(record) })) {
		add(field === 'title' ? FIELD.title : FIELD.sign, [text]);
	}
	add(
		FIELD.heading,
		record.sections.map((section) => section.heading),
	);
	add(FIELD.path, [pathWords(record.route)]);
	return {
		marks,
		length: addBody(
			marks,
			[record.summary, record.roles.join('\n'), ...record.sections.map((s) => s.text)],
			fold,
		),
	};
}

/** Characters; texts shorter than eight of these use fewer windows. */
const SHORTEST_WINDOW = 300;

function addBody(marks: Map<string, number>, texts: readonly string[], fold: Fold): number {
	const folded = texts.map(fold);
	const total = folded.reduce((sum, text) => sum + text.length, 0);
	const window = Math.max(SHORTEST_WINDOW, Math.ceil(total / WINDOWS));
	const counts = new Map<string, { count: number; windows: number }>();
	let length = 0;
	let before = 0;
	for (const text of folded) {
		for (const { term, start } of tokensOf(text)) {
			const entry = counts.get(term) ?? { count: 0, windows: 0 };
			entry.count++;
			entry.windows |= 1 << Math.floor((before + start) / window);
			counts.set(term, entry);
			length++;
		}
		before += text.length;
	}
	for (const [term, { count, windows }] of counts) {
		const frequency = Math.min(MOST_BODY_CLASS, 1 + Math.round(2 * Math.log2(count)));
		marks.set(term, (marks.get(term) ?? 0) | (frequency << BODY_SHIFT) | (windows << WINDOW_SHIFT));
	}
	return length;
}
