import type { Document } from '../model/index.ts';
import type { CompiledDocument } from './document-task.ts';

/** What is asked of few documents: where their findings stand, what their sections say. */
type Rarely = Pick<Document, 'headings' | 'positions' | 'procedure' | 'rawHtml' | 'sections'>;

/** A document without its body, as it is read for every graph. */
export interface DocumentHead {
	readonly document: Omit<Document, keyof Rarely>;
	readonly findings: CompiledDocument['findings'];
}

export type DocumentBody = Rarely;

/** Takes a document apart; a document with HTML is none of these. */
export function partsOf({ document, findings }: CompiledDocument): {
	readonly head: DocumentHead;
	readonly body: DocumentBody;
} {
	const { headings, positions, procedure, rawHtml, sections, ...rest } = document;
	return {
		head: { document: rest, findings },
		body: { headings, positions, procedure, rawHtml, sections },
	};
}

/** The document again; its body is read when something first asks for it. */
export function joinParts({ document, findings }: DocumentHead, read: () => DocumentBody): CompiledDocument {
	let known: DocumentBody | undefined;
	const body = (): DocumentBody => {
		known ??= read();
		return known;
	};
	return {
		document: {
			...document,
			get headings() {
				return body().headings;
			},
			get positions() {
				return body().positions;
			},
			get procedure() {
				return body().procedure;
			},
			get rawHtml() {
				return body().rawHtml;
			},
			get sections() {
				return body().sections;
			},
		},
		findings,
	};
}
