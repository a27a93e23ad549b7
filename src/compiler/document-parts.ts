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
	declare readonly fences: Head['fences'];
	#body: DocumentBody | (() => DocumentBody);

	constructor(head: Head, read: () => DocumentBody) {
		Object.assign(this, head);
		this.#body = read;
	}

	#read(): DocumentBody {
		if (typeof this.#body === 'function') this.#body = this.#body();
		return this.#body;
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
