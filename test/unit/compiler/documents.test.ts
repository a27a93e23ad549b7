import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/compiler/document-parts.ts';
import { DOCUMENT_TIME_LIMIT } from '../../../src/compiler/document-pool.ts';
import { type CompiledDocument, compileDocument } from '../../../src/compiler/document-task.ts';
import { compileDocuments, documentCompiler, openDocumentCache } from '../../../src/compiler/documents.ts';
import { likenessBeside } from '../../../src/compiler/likeness.ts';
import { standBy, standingTexts } from '../../../src/compiler/standing-pools.ts';
import { resolveConfig } from '../../../src/config/index.ts';
import type { SourceFile } from '../../../src/model/index.ts';

const { config } = resolveConfig('title: T\nlanguages: [zh-CN, en]\n', {
	root: '/kb',
	file: 'mainstay.yaml',
	defaultDocs: 'docs',
	folderProblem: () => undefined,
});

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mainstay-documents-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function source(name: string, text: string): SourceFile {
	return { path: `docs/${name}`, docPath: name, text, hash: `${text.length}:${text.slice(0, 40)}` };
}

/** More than one thread's share: small ones, a large one, MDX, and one that only a large call stack can judge. */
const SOURCES = [
	...Array.from({ length: 60 }, (_, index) =>
		source(
			`文档-${index}.md`,
			`---\ntitle: 文档 ${index}\nx-own: {a: [1, {b: 二}]}\n---\n\n## 节\n\n见 [另一篇](文档-${index + 1}.md)。\n`,
		),
	),
	source('large.md', `# Large\n\n${'A sentence of some length.\n\n'.repeat(1000)}`),
	source('page.mdx', '# MDX\n\n{1 + 1}\n'),
	source('deep.md', `${'>'.repeat(120)} deep\n`),
	source('fences.md', '```sh\nls\n```\n'),
	source(
		'drawn.md',
		'```sh\nls\n```\n\n```mermaid\nflowchart LR\n  a --> b\n```\n\n```py file=a.py\na\n```\n',
	),
	source('broken.md', '---\ntitle: [\n---\n\ntext\n'),
];

const options = { config, withHtml: false, fingerprint: 'f' };

/** As it is for those who only read: nothing is a getter, numbers are in plain lists. */
function seen(compiled: CompiledDocument): unknown {
	const { head, body } = partsOf(compiled);
	const { signature, ...document } = head.document;
	return structuredClone({ ...head, document, ...body, signature: signature && Array.from(signature) });
}

/** The worker for texts, if that is what stands by. */
function textsBeside() {
	const pool = standingTexts({ withHtml: false, timeoutMs: DOCUMENT_TIME_LIMIT });
	return pool && { pool, likeness: likenessBeside(pool) };
}

describe('documents compiled by several threads', () => {
	const wanted = SOURCES.map((each) => seen(compileDocument(each, config, undefined)));

	it('are what one thread makes of them, in their order, from the cache too', async () => {
		const file = join(folder, 'one');
		const first = await compileAll(SOURCES, file);
		expect(first.fromCache).toBe(0);
		expect(first.compiled.map(seen)).toEqual(wanted);
		const second = await compileAll(SOURCES, file);
		expect(second.fromCache).toBe(SOURCES.length);
		expect(second.compiled.map(seen)).toEqual(wanted);
		for (const compiled of [first.compiled, second.compiled]) {
			const fences = compiled.map(({ document }) => document.fences.map(({ lang, value }) => [lang, value]));
			expect(fences.flat()).toEqual([
				['sh', 'ls'],
				['sh', 'ls'],
				['mermaid', 'flowchart LR\n  a --> b'],
				['py', 'a'],
			]);
		}
	});

	/** With a cache that is opened and saved again. */
	async function compileAll(
		sources: readonly SourceFile[],
		file: string,
		changed: Partial<typeof options> = {},
	) {
		const cache = await openDocumentCache(file, false);
		const result = await compileDocuments(sources, { ...options, ...changed, cache });
		await cache.save();
		return result;
	}

	it('are compiled anew where the text, the path, the settings or Mainstay differ', async () => {
		const file = join(folder, 'two');
		const [one] = SOURCES;
		if (!one) throw new Error('no source');
		await compileAll([one], file);
		const fromCache = async (sources: readonly SourceFile[], changed: Partial<typeof options> = {}) => {
			const cache = await openDocumentCache(file, false);
			return (await compileDocuments(sources, { ...options, ...changed, cache })).fromCache;
		};
		expect(await fromCache([one])).toBe(1);
		expect(await fromCache([{ ...one, hash: 'other' }])).toBe(0);
		expect(await fromCache([{ ...one, path: 'docs/other.md' }])).toBe(0);
		expect(await fromCache([one], { fingerprint: 'g' })).toBe(0);
		expect(await fromCache([one], { config: { ...config, hash: 'other' } })).toBe(0);
	});

	it('are compiled anew where the cache is damaged', async () => {
		const file = join(folder, 'three');
		await compileAll(SOURCES.slice(0, 3), file);
		const path = join(file, 'documents-facts.bin');
		const bytes = await readFile(path);
		for (const damaged of [bytes.subarray(0, 100), Buffer.from('MSFACTS2'), Buffer.alloc(0)]) {
			await writeFile(path, damaged);
			const cache = await openDocumentCache(file, false);
			const { fromCache, compiled } = await compileDocuments(SOURCES.slice(0, 3), { ...options, cache });
			expect(fromCache).toBe(0);
			expect(compiled.map(seen)).toEqual(wanted.slice(0, 3));
		}
	});

	it.each([
		['parses bodies ahead', 2],
		['compiles whole documents', 8],
	])('may be begun while others are still read, where a worker %s', async (_, processors) => {
		// Some that no worker parses ahead, enough of them for one that compiles them.
		const slow = Array.from({ length: 30 }, (_, index) =>
			source(`slow-${index}.md`, `# ${index}\n\n*_a_*\n`),
		);
		const early = [...SOURCES, ...slow];
		const late = source('late.md', '# Late\n');
		standBy(undefined, processors);
		const beside = textsBeside();
		const cache = await openDocumentCache(undefined, false);
		const compiler = documentCompiler({ ...options, cache, beside });
		for (const each of early) await compiler.begin(each);
		const told: [number, number][] = [];
		const all = await compiler.compile([...early, late], (...counts) => told.push(counts));
		await Promise.all([compiler.close(), beside?.pool.close()]);
		expect(all).toMatchObject({ findings: [], fromCache: 0 });
		expect(all.compiled.map(seen)).toEqual(
			[...early, late].map((each) => seen(compileDocument(each, config, undefined))),
		);
		expect(told.at(-1)).toEqual([early.length + 1, 0]);
	});

	it('are not begun where no worker stands by', async () => {
		const compiler = documentCompiler({ ...options, cache: await openDocumentCache(undefined, false) });
		expect(SOURCES.map((each) => compiler.begin(each)).filter(Boolean)).toEqual([]);
		await compiler.close();
	});

	it.each([2, 8])('may be begun and never finished (%i processors)', async (processors) => {
		standBy(undefined, processors);
		const beside = textsBeside();
		const cache = await openDocumentCache(undefined, false);
		const compiler = documentCompiler({ ...options, cache, beside });
		for (const each of SOURCES) await compiler.begin(each);
		await Promise.all([compiler.close(), beside?.pool.close()]);
		const { compiled } = await compileDocuments(SOURCES, { ...options, cache });
		expect(compiled).toHaveLength(SOURCES.length);
	});

	it('become findings when they take too long, and only they', async () => {
		const cache = await openDocumentCache(undefined, false);
		const large = SOURCES.filter(({ path }) => path.endsWith('large.md'));
		const { compiled, findings } = await compileDocuments([...SOURCES.slice(0, 3), ...large], {
			...options,
			cache,
			timeoutMs: 1,
		});
		expect(compiled).toHaveLength(3);
		expect(findings.map(({ file }) => file)).toEqual(['docs/large.md']);
	});
});
