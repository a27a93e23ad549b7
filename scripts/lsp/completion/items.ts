import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import type { FieldFacts } from '../../../schemas/index.ts';
import type { Labels, SourceRange } from '../../../src/model/index.ts';
import { fieldText, sideBySide } from '../field-text.ts';
import { rangeOf } from '../positions.ts';
import type { Tongue } from '../tongue.ts';
import type { YamlCursor } from '../yaml-cursor.ts';

/** A value that is offered, and what tells it from the others. */
export interface Offer {
	readonly value: string;
	readonly note?: string;
	readonly text?: string;
	readonly kind?: CompletionItemKind;
	/** What typing is compared with, besides the value and the note. */
	readonly filter?: string;
}

/** Values of an enumeration with their names. */
export function valueOffers(values: FieldFacts['values'], tongue: Tongue): Offer[] {
	return values.map(({ value, labels }) => ({
		value,
		kind: CompletionItemKind.EnumMember,
		...(labels && { note: labels[tongue.labels], text: sideBySide(labels, tongue), filter: allOf(labels) }),
	}));
}

function allOf(labels: Labels): string {
	return Object.values(labels).join(' ');
}

/** Offers as items that replace a range. `wrap` puts what belongs around a value, such as the dash of a list. */
export function offerItems(
	offers: readonly Offer[],
	range: SourceRange,
	wrap: (value: string) => string = (value) => value,
): CompletionItem[] {
	return offers.map(({ value, note, text, kind, filter }, index) => ({
		label: value,
		kind: kind ?? CompletionItemKind.Value,
		sortText: String(index).padStart(5, '0'),
		filterText: [value, note, filter].filter(Boolean).join(' '),
		textEdit: { range: rangeOf(range), newText: wrap(value) },
		...(note && { labelDetails: { description: note }, detail: note }),
		...(text && { documentation: { kind: MarkupKind.Markdown, value: text } }),
	}));
}

export interface KeyOffer {
	readonly key: string;
	readonly facts: FieldFacts;
	readonly isRequired: boolean;
	/** Of a list: what its entries are. */
	readonly entry?: FieldFacts | undefined;
}

export interface KeyPlace {
	readonly cursor: YamlCursor;
	readonly range: SourceRange;
	/** A colon stands behind the key already. */
	readonly hasColon: boolean;
	/** White space in front of the key's line. */
	readonly indent: string;
	readonly snippets: boolean;
	/** In front of the key: the dash of an item. */
	readonly lead: string;
}

/** Keys that a map lacks, required ones first. */
export function keyItems(keys: readonly KeyOffer[], place: KeyPlace, tongue: Tongue): CompletionItem[] {
	const rank = ({ isRequired }: KeyOffer): number => (isRequired ? 0 : 1);
	return keys
		.filter(({ key }) => !place.cursor.siblings.includes(key))
		.map((offer, index) => ({ offer, index }))
		.sort((a, b) => rank(a.offer) - rank(b.offer) || a.index - b.index)
		.map(({ offer }, index) => {
			const { key, facts, isRequired } = offer;
			const label = facts.labels?.[tongue.labels];
			return {
				label: key,
				kind: CompletionItemKind.Property,
				sortText: String(index).padStart(5, '0'),
				filterText: [key, ...Object.values(facts.labels ?? {})].join(' '),
				detail: facts.expected,
				documentation: { kind: MarkupKind.Markdown, value: fieldText(key, facts, tongue, isRequired) },
				...(label && { labelDetails: { description: isRequired ? `${label} *` : label } }),
				textEdit: { range: rangeOf(place.range), newText: place.lead + keyText(offer, place) },
				...(place.snippets && { insertTextFormat: InsertTextFormat.Snippet }),
			};
		});
}

/** A key with what its value begins as. */
function keyText({ key, facts, entry }: KeyOffer, place: KeyPlace): string {
	if (place.hasColon) return key;
	const stop = place.snippets ? '$0' : '';
	if (facts.shape === 'value' || facts.mayBePlain) return `${key}: ${stop}`;
	const isList = facts.shape === 'list';
	const isShort =
		entry !== undefined && (entry.vocabulary ?? entry.reference ?? entry.values[0]) !== undefined;
	if (place.cursor.inFlow || (isList && isShort)) return `${key}: ${isList ? `[${stop}]` : `{${stop}}`}`;
	return `${key}:\n${place.indent}  ${isList ? '- ' : ''}${stop}`;
}
