import { describe, expect, it } from 'vitest';
import { type BodiesAhead, bodiesAhead, type ParsedAhead } from '../../../src/compiler/bodies-ahead.ts';
import type { Trees } from '../../../src/compiler/packed-trees.ts';
import type { TextPool } from '../../../src/compiler/text-pool.ts';
import type { SourceFile } from '../../../src/model/index.ts';

function source(index: number): SourceFile {
	return { path: `${index}.md`, docPath: `${index}.md`, text: String(index), hash: '' };
}

/** Even numbers can be parsed ahead. */
const PARSING: Pick<TextPool, 'parse'> = {
	parse: async (sources): Promise<Trees> =>
		sources.map(({ text }) => (Number(text) % 2 === 0 ? new Uint8Array([Number(text)]) : undefined)),
};

const FAILING: Pick<TextPool, 'parse'> = { parse: async () => undefined };

async function takeAll(ahead: BodiesAhead): Promise<ParsedAhead[]> {
	const taken: ParsedAhead[] = [];
	for (;;) {
		const each = ahead.take();
		if (each) taken.push(each);
		else if (!(await ahead.wait())) return taken;
		if (taken.length % 3 === 0) await new Promise((turn) => setImmediate(turn));
	}
}

describe('documents whose bodies a worker parses', () => {
	it.each([1, 63, 64, 65, 1500])('are each taken once or told to be slow (%i)', async (count) => {
		const slow: SourceFile[] = [];
		const ahead = bodiesAhead(PARSING, (each) => slow.push(each));
		for (let index = 0; index < count; index++) {
			ahead.add(source(index));
			if (index % 32 === 0) await new Promise((turn) => setImmediate(turn));
		}
		const taken = await takeAll(ahead);
		const all = [...taken.map((each) => each.source), ...slow].map(({ path }) => Number.parseInt(path, 10));
		expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
		for (const each of taken) if (each.body) expect([...each.body]).toEqual([Number(each.source.text) & 255]);
		expect(count < 64 || taken.some(({ body }) => body)).toBe(true);
	});

	it('are parsed by who compiles them where the worker fails', async () => {
		const ahead = bodiesAhead(FAILING, () => expect.unreachable());
		for (let index = 0; index < 200; index++) ahead.add(source(index));
		const taken = await takeAll(ahead);
		expect(taken).toHaveLength(200);
		expect(taken.filter(({ body }) => body)).toEqual([]);
	});
});
