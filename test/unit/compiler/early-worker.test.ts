import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/compiler/document-parts.ts';
import { DOCUMENT_TIME_LIMIT } from '../../../src/compiler/document-pool.ts';
import { runDocuments } from '../../../src/compiler/document-runner.ts';
import { compileDocument } from '../../../src/compiler/document-task.ts';
import { startEarly } from '../../../src/compiler/early-worker.ts';
import { likenessBeside } from '../../../src/compiler/likeness.ts';
import {
	documentPool,
	documentsStandBy,
	standBy,
	standingTexts,
} from '../../../src/compiler/standing-pools.ts';
import { resolveConfig } from '../../../src/config/index.ts';
import type { SourceFile } from '../../../src/model/index.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mainstay-early-'));
	await mkdir(join(folder, '许多/docs/节'), { recursive: true });
	const names = Array.from({ length: 410 }, (_, index) => `许多/docs/节/${index}.md`);
	await Promise.all(names.map((name) => writeFile(join(folder, name), '# 甲\n')));
	await mkdir(join(folder, 'few/node_modules'), { recursive: true });
	await writeFile(join(folder, 'few/a.md'), '# A\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const KIND = { withHtml: false, timeoutMs: DOCUMENT_TIME_LIMIT };

function source(name: string, text: string): SourceFile {
	return { path: `docs/${name}`, docPath: name, text, hash: name };
}

describe('a worker that starts before the project is known', () => {
	it('is wanted for many documents that no cache holds', async () => {
		expect(await startEarly(join(folder, 'few'), false, Date.now())).toBe(false);
		expect(await startEarly(join(folder, 'none'), false, Date.now())).toBe(false);
		const many = join(folder, '许多');
		expect(await startEarly(many, true, Date.now())).toBe(true);
		await mkdir(join(many, '.mainstay/cache'), { recursive: true });
		await writeFile(join(many, '.mainstay/cache/documents-facts.bin'), '');
		expect(await startEarly(many, true, Date.now())).toBe(false);
		expect(await startEarly(many, false, Date.now())).toBe(true);
	});

	it('compiles what any other would, by the settings of the project', async () => {
		const settings = {
			root: '/kb',
			file: 'mainstay.yaml',
			defaultDocs: 'docs',
			folderProblem: () => undefined,
		};
		const { config } = resolveConfig('title: T\nlanguages: [zh-TW, en]\n', settings);
		const sources = [source('a.mdx', '# 甲\n'), source('b.md', `# 乙\n\n${'字'.repeat(20_000)}\n`)];
		const outcomes = new Map<SourceFile, unknown>();
		standBy(undefined);
		const pool = standingTexts(KIND);
		const run = runDocuments({
			...KIND,
			config,
			...(pool && { beside: { pool, likeness: likenessBeside(pool) } }),
			onOutcome: (each, outcome) => outcomes.set(each, 'value' in outcome ? partsOf(outcome.value) : outcome),
		});
		for (const each of sources) run.add(each);
		await run.finish();
		await Promise.all([run.close(), pool?.close()]);
		for (const each of sources) {
			const wanted = compileDocument(each, config, undefined);
			expect(outcomes.get(each)).toEqual(partsOf(wanted));
			expect(wanted.document.lang).toBe('zh-TW');
		}
	});

	it('is given away once', async () => {
		// What a test before has left.
		await standingTexts(KIND)?.close();
		standBy(undefined, 8);
		expect(documentsStandBy(KIND)).toBe(true);
		const [first, second] = [documentPool(KIND), documentPool(KIND)];
		expect(first).not.toBe(second);
		standBy(undefined, 2);
		expect(documentsStandBy(KIND)).toBe(false);
		const texts = standingTexts(KIND);
		expect([texts === undefined, standingTexts(KIND)]).toEqual([false, undefined]);
		await texts?.close();
		await Promise.all([first.close(), second.close()]);
	});
});
