import type { Document } from '../model/index.ts';
import type { CompiledDocument } from './document-task.ts';

/** What is asked of few documents: where their findings stand, what their sections and fences say. */
type Rarely = Pick<Document, 'headings' | 'positions' | 'procedure' | 'rawHtml' | 'sections' | 'fences'>;

/** A document without its body, as it is read for every graph. */
export interface DocumentHead {
	readonly document: Omit<Document, keyof Rarely> & {
		/** Fences that a check of the whole set asks for. */
		readonly telling?: Document['fences'];
	};
	readonly findings: CompiledDocument['findings'];
}

export type DocumentBody = Rarely;

/** Takes a document apart; a document with HTML is none of these. */
export function partsOf({ document, findings }: CompiledDocument): {
	readonly head: DocumentHead;
	readonly body: DocumentBody;
} {
	const { headings, positions, procedure, rawHtml, sections, fences, ...rest } = document;
	const isPlain = fences.every(({ lang, meta }) => lang !== 'mermaid' && meta === '');
	return {
		head: { document: { ...rest, ...(isPlain ? { plainFences: true } : { telling: fences }) }, findings },
		body: { headings, positions, procedure, rawHtml, sections, fences: isPlain ? fences : [] },
	};
}

/** The document again; its body is read when something first asks for it. To copy such a document take its parts. */
export function joinParts({ document, findings }: DocumentHead, read: () => DocumentBody): CompiledDocument {
	return { document: new PartedDocument(document, read), findings };
}

type Head = DocumentHead['document'];

/** Getters of its own for every document would cost more than reading all heads does. */
class PartedDocument implements Document {
	declare readonly id: Head['id'];
	declare readonly kind: Head['kind'];
	declare readonly lang: Head['lang'];
	declare readonly file: Head['file'];
	declare readonly docPath: Head['docPath'];
	declare readonly hash: Head['hash'];
	declare readonly title: Head['title'];
	declare readonly titleFrom: Head['titleFrom'];
	declare readonly summary: Head['summary'];
	declare readonly frontmatter: Head['frontmatter'];
	declare readonly schemaIssues: Head['schemaIssues'];
	declare readonly anchors: Head['anchors'];
	declare readonly references: Head['references'];
	readonly #telling: Head['telling'];
	#body: DocumentBody | (() => DocumentBody);

	constructor({ telling, ...head }: Head, read: () => DocumentBody) {
		Object.assign(this, head);
		this.#telling = telling;
		this.#body = read;
	}

	#read(): DocumentBody {
		if (typeof this.#body === 'function') this.#body = this.#body();
		return this.#body;
	}

	get fences(): DocumentBody['fences'] {
		return this.#telling ?? this.#read().fences;
	}

	get headings(): DocumentBody['headings'] {
		return this.#read().headings;
	}

	get positions(): DocumentBody['positions'] {
		return this.#read().positions;
	}

	get procedure(): DocumentBody['procedure'] {
		return this.#read().procedure;
	}

	get rawHtml(): DocumentBody['rawHtml'] {
		return this.#read().rawHtml;
	}

	get sections(): DocumentBody['sections'] {
		return this.#read().sections;
	}
}
