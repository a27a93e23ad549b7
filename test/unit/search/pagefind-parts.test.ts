import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchRecord } from '../../../src/model/index.ts';
import { writePagefind } from '../../../src/search/build/pagefind.ts';
import { partsOf } from '../../../src/search/build/pagefind-parts.ts';
import { fragmentPath } from '../../../src/search/fragment.ts';
import { record } from './records.ts';

function numbered(number: number, text = `正文 ${number}`): SearchRecord {
	const id = `RB-TST-${String(number).padStart(4, '0')}`;
	return record({ id, title: `手册 ${number}`, sections: [{ anchor: '', heading: '', text }] });
}

const records = Array.from({ length: 600 }, (_, number) => numbered(number));
const textOf = ({ sections }: SearchRecord): string => sections.map(({ text }) => text).join();

describe('the parts of a large index', () => {
	it('hold every record once, and one part only for a small knowledge base', () => {
		const parts = partsOf(records, 'zh', textOf);
		expect(parts).toHaveLength(8);
		expect(parts.flatMap((part) => part.pages.map((page) => page.url)).sort()).toEqual(
			records.map(({ route }) => route).sort(),
		);
		expect(partsOf(records.slice(0, 120), 'zh', textOf).map(({ name }) => name)).toEqual(['']);
		expect(partsOf([], 'en', textOf)).toEqual([]);
	});

	it('keep their key unless one of their records changes', () => {
		const before = partsOf(records, 'zh', textOf);
		const changed = records.map((each, index) => (index === 17 ? numbered(17, '改过的正文') : each));
		const after = partsOf(changed, 'zh', textOf);
		expect(after.filter((part, index) => part.key !== before[index]?.key)).toHaveLength(1);
	});
});

describe('writing them', () => {
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'mainstay-parts-'));
	});

	afterAll(async () => {
		await rm(folder, { recursive: true, force: true });
	});

	async function tree(root: string): Promise<Record<string, string>> {
		const files: Record<string, string> = {};
		for (const path of (await readdir(root, { recursive: true })).sort()) {
			const file = join(root, path);
			if ((await stat(file)).isFile()) files[path] = (await readFile(file)).toString('base64');
		}
		return files;
	}

	it('gives the same bytes with a warm cache, a cold one and none, and finds every fragment', async () => {
		const cacheDir = join(folder, 'cache');
		const write = async (name: string, cache: boolean) => {
			const outputPath = join(folder, name);
			const { result } = await writePagefind(
				records,
				{ outputPath, cacheDir: cache ? cacheDir : undefined },
				() => 0,
			);
			return { result, files: await tree(outputPath) };
		};
		const cold = await write('cold', true);
		const warm = await write('warm', true);
		const none = await write('none', false);
		expect(warm.files).toEqual(cold.files);
		expect(none.files).toEqual(cold.files);
		expect(cold.result.size).toBe(records.length);
		for (const name of cold.result.values()) {
			expect(cold.files[fragmentPath(name).replace(/^pagefind\//, '')], name).toBeDefined();
		}
	});
});
