import { bodyText, type Document, signatureOf, type Twin } from '../model/index.ts';
import type { TextPool } from './text-pool.ts';

/** Documents on their way to a worker that says which of them are alike. */
export interface Likeness {
	/** A document without its signature, which it gets. */
	add(document: Document): void;
	/** Every document that was added has its signature, if its text is long enough for one. */
	settled(): Promise<void>;
	/** By document, the one that says nearly the same; undefined where the worker fails. */
	findTwins(documents: readonly Document[]): Promise<readonly (Twin | undefined)[] | undefined>;
}

/** Documents in one batch: each wakes the other thread, which costs more than what it brings. */
const BATCH = 256;

export function likenessBeside(pool: Pick<TextPool, 'sign' | 'findTwins'>): Likeness {
	const numbers = new Map<Document, number>();
	const underWay: Promise<void>[] = [];
	let waiting: Document[] = [];
	const send = async (documents: readonly Document[], from: number): Promise<void> => {
		const texts = documents.map(bodyText);
		const signatures = (await pool.sign(texts, from)) ?? texts.map(signatureOf);
		for (const [index, document] of documents.entries()) {
			const signature = signatures[index];
			if (signature) Object.assign(document, { signature });
		}
	};
	const flush = (): void => {
		if (waiting.length > 0) underWay.push(send(waiting, numbers.size - waiting.length));
		waiting = [];
	};
	const add = (document: Document): void => {
		numbers.set(document, numbers.size);
		waiting.push(document);
		if (waiting.length === BATCH) flush();
	};
	return {
		add,
		settled: async () => {
			flush();
			await Promise.all(underWay);
		},
		findTwins: async (documents) => {
			for (const document of documents) if (!numbers.has(document)) add(document);
			flush();
			const texts = documents.map((document) => numbers.get(document) ?? -1);
			const ids = documents.map(({ id }) => id);
			return pool.findTwins({ texts, ids, languages: documents.map(({ lang }) => lang) });
		},
	};
}
