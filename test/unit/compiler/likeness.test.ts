import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { compileDocument } from '../../../src/compiler/document-task.ts';
import { likenessBeside } from '../../../src/compiler/likeness.ts';
import { createTextPool, type TextPool } from '../../../src/compiler/text-pool.ts';
import { resolveConfig } from '../../../src/config/index.ts';
import { buildGraph } from '../../../src/graph/index.ts';
import type { Document } from '../../../src/model/index.ts';
import { signatureOf } from '../../../src/model/similarity.ts';
import { checkLikeness, isComparable } from '../../../src/rules/index.ts';
import { findTwins } from '../../../src/rules/set/twins.ts';

const { config } = resolveConfig('title: T\nlanguages: [zh-CN, en]\n', {
	root: '/kb',
	file: 'mainstay.yaml',
	defaultDocs: 'docs',
	folderProblem: () => undefined,
});

const pool = createTextPool(10_000);
afterAll(() => pool.close());

const FAILING: Pick<TextPool, 'sign' | 'findTwins'> = {
	sign: async () => undefined,
	findTwins: async () => undefined,
};

function documentOf(index: number, text: string, signed: boolean): Document {
	const path = `${index}.md`;
	const source = { path: `docs/${path}`, docPath: path, text, hash: path };
	return compileDocument(source, config, undefined, { signed }).document;
}

/** Texts of a few phrases each, so that some are nearly the same and most are not. */
const texts = fc.array(
	fc
		.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40 }), fc.constantFrom('核对', 'sheet'))
		.map(([seed, cut, word]) =>
			Array.from({ length: 60 }, (_, at) => `${word} ${seed} line ${at < cut ? at * 3 : at}.`).join('\n\n'),
		),
	{ minLength: 2, maxLength: 12 },
);

function findings(documents: readonly Document[], twins?: Awaited<ReturnType<TextPool['findTwins']>>) {
	const graph = buildGraph(documents, new Map(), config);
	return checkLikeness({ graph, config, assets: new Map(), asOf: '2026-11-23', ...(twins && { twins }) });
}

describe('documents whose likeness a worker finds', () => {
	it('get the signature and the twins that they would get here', async () => {
		let twins = 0;
		await fc.assert(
			fc.asyncProperty(texts, async (all) => {
				const here = all.map((text, index) => documentOf(index, text, false));
				const there = all.map((text, index) => documentOf(index, text, true));
				const worker = createTextPool(10_000);
				const likeness = likenessBeside(worker);
				// What others compiled comes without being added.
				for (const document of there.slice(1)) likeness.add(document);
				await likeness.settled();
				Object.assign(there[0] ?? {}, { signature: here[0]?.signature });
				const signatures = there.map(({ signature }) => signature && [...Array.from(signature)]);
				expect(signatures).toEqual(here.map(({ signature }) => signature && Array.from(signature)));
				const found = await likeness.findTwins(there.filter(isComparable));
				await worker.close();
				expect(found).toBeDefined();
				expect(findings(there, found)).toEqual(findings(here));
				twins += findings(here).length;
			}),
			{ numRuns: 6 },
		);
		expect(twins).toBeGreaterThan(0);
	});

	it('get them from this thread where the worker fails', async () => {
		const text = Array.from({ length: 60 }, (_, at) => `Line ${at} of the sheet.`).join('\n\n');
		const likeness = likenessBeside(FAILING);
		const documents = [0, 1].map((index) => documentOf(index, text, true));
		for (const document of documents) likeness.add(document);
		await likeness.settled();
		expect(documents.map(({ signature }) => signature?.length)).toEqual([64, 64]);
		expect(await likeness.findTwins(documents)).toBeUndefined();
		expect(findings(documents).map(({ code, file }) => [code, file])).toEqual([['MS514', 'docs/1.md']]);
	});

	it('are not compared by a worker that took the place of one that knew them', async () => {
		expect(await pool.sign(['text'], 5)).toBeUndefined();
		expect(await pool.findTwins({ texts: [0], ids: ['a'], languages: ['en'] })).toBeUndefined();
		expect(await pool.sign(['text'], 0)).toEqual([undefined]);
	});
});

describe('a search for some of the documents only', () => {
	it('compares no text with others than those that may be its like', () => {
		const text = (seed: number): string =>
			Array.from({ length: 60 }, (_, at) => `${seed} line ${at * seed}.`).join('\n');
		const all = [text(3), text(3), text(7), text(7)];
		const compared: number[] = [];
		const found = findTwins({
			signatures: all.map((each) => signatureOf(each) ?? []),
			ids: ['A', 'B', 'C', 'D'],
			languages: all.map(() => 'en'),
			isWanted: (one, others) => [one, ...others].includes(2),
			compare: (one, others) => {
				compared.push(one);
				return others.map(() => 1);
			},
		});
		expect(compared).toEqual([3]);
		expect(found.map((twin) => twin?.at)).toEqual([undefined, undefined, undefined, 2]);
	});
});
