import {
	DOCUMENT_KINDS,
	type DocumentKind,
	type Impact,
	type ImpactCause,
	type ImpactedDocument,
	type MessageLocale,
} from '../../src/model/index.ts';
import { word } from './words.ts';

/** What both forms of the answer are written from. */
export interface AnswerInput {
	readonly impact: Impact;
	readonly locale: MessageLocale;
	readonly roleName: (key: string) => string;
	/** Names of objects that are near to those that nothing was found for. */
	readonly nearest: readonly string[];
}

/** Documents by kind: what is written about code first. */
export function byKind(impact: Impact): [DocumentKind, readonly ImpactedDocument[]][] {
	const order: DocumentKind[] = ['dev-note', 'process', 'runbook', ...DOCUMENT_KINDS];
	return [...new Set(order)].flatMap((kind) => {
		const own = impact.documents.filter((each) => each.kind === kind);
		return own.length > 0 ? [[kind, own] as [DocumentKind, readonly ImpactedDocument[]]] : [];
	});
}

export function causeText({ type, value }: ImpactCause, locale: MessageLocale): string {
	if (type === 'id') return word('id', locale);
	return `${word(type === 'reference' ? 'through' : type, locale)} ${value}`;
}

const MOST_CAUSES = 4;

/** Causes as one text; of many the first few. */
export function causesText(causes: readonly ImpactCause[], locale: MessageLocale): string {
	const shown = causes.slice(0, MOST_CAUSES).map((cause) => causeText(cause, locale));
	const more = causes.length > MOST_CAUSES ? [`+${causes.length - MOST_CAUSES}`] : [];
	return [...shown, ...more].join(locale === 'en' ? '; ' : '；');
}
