import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planMove } from '../../../scripts/move/plan.ts';
import { type Files, memoryWorld } from './memory-world.ts';

/** The files after a move, made in memory. */
async function moved(files: Files, renames: readonly (readonly [string, string])[]): Promise<Files> {
	const { world } = memoryWorld(files);
	const paths = Object.keys(files).filter((path) => path !== 'mainstay.yaml');
	const target = (path: string): string | undefined => {
		const rename = renames.find(([from]) => path === from || path.startsWith(`${from}/`));
		return rename && rename[1] + path.slice(rename[0].length);
	};
	const map = new Map(paths.flatMap((path) => (target(path) ? [[path, target(path) ?? ''] as const] : [])));
	const plan = await planMove(
		world,
		{ files: map, renames },
		{ asOf: '2026-11-22', isCommitted: async () => false },
	);
	expect(plan.lostLinks).toEqual([]);
	expect(plan.findings).toEqual([]);
	const texts = new Map(plan.texts.map(({ newFile, after }) => [newFile, after]));
	return Object.fromEntries(
		Object.entries(files).map(([path, text]) => {
			const place = map.get(path) ?? path;
			return [place, texts.get(place) ?? text];
		}),
	);
}

const one = (text: string): Files => ({
	'docs/from.md': text,
	'docs/a/to.md': '# To\n\n## X\n',
	'docs/a/p.png': '',
});

describe('how a link is written after its target moved', () => {
	test.each([
		['[t](a/to.md)', '[t](b/new.md)'],
		['[t](./a/to.md#x)', '[t](./b/new.md#x)'],
		['[t](a/to)', '[t](b/new)'],
		['[t](a/to/)', '[t](b/new/)'],
		['[t](a/to.html?v=1#x "T")', '[t](b/new.html?v=1#x "T")'],
		['[t](/a/to.md)', '[t](/b/new.md)'],
		['[t](/docs/a/to)', '[t](/docs/b/new)'],
		['[t](<a/to.md>)', '[t](<b/new.md>)'],
		['[t](%61/to.md)', '[t](b/new.md)'],
		['[t][r] ![][r]\n\n[r]: a/to.md (T)', '[t][r] ![][r]\n\n[r]: b/new.md (T)'],
		[
			'<a title="a/to.md" href="a/to.md">t</a> <A HREF="a/to.md#x">',
			'<a title="a/to.md" href="b/new.md">t</a> <A HREF="b/new.md#x">',
		],
		['[t](a/to.md?a=1&amp;b=2)', '[t](b/new.md?a=1&amp;b=2)'],
		['| a |\n|---|\n| [t](a/to.md) |', '| a |\n|---|\n| [t](b/new.md) |'],
		[
			'```mermaid\nflowchart LR\n  a --> b\n  click a href "a/to.md"\n```',
			'```mermaid\nflowchart LR\n  a --> b\n  click a href "b/new.md"\n```',
		],
		['kb:page:a/to [t](kb:page:a/to#x)', 'kb:page:a/to [t](kb:page:b/new#x)'],
		['[t](A/to.md)', '[t](b/new.md)'],
		['[t](a/to.md#none)', '[t](b/new.md#none)'],
		['`a/to.md` and ``[t](a/to.md)``', '`a/to.md` and ``[t](a/to.md)``'],
	])('%s', async (before, after) => {
		const files = await moved(one(`# From\n\n${before}\n`), [['docs/a/to.md', 'docs/b/new.md']]);
		expect(files['docs/from.md']).toBe(`# From\n\n${after}\n`);
	});

	test('names that Markdown cannot hold are encoded, in angle brackets only what must be', async () => {
		const files = await moved(one('# From\n\n[t](a/to.md) [u](<a/to.md>) ![v](a/p.png)\n'), [
			['docs/a/to.md', 'docs/库 存/a) 1#.md'],
			['docs/a/p.png', 'docs/库 存/p.png'],
		]);
		expect(files['docs/from.md']).toBe(
			'# From\n\n[t](库%20存/a%29%201%23.md) [u](<库 存/a%29 1%23.md>) ![v](库%20存/p.png)\n',
		);
	});

	test('the page of a folder is called by the folder', async () => {
		const files = { 'docs/from.md': '# F\n\n[t](a/) [u](a) [v](a/index.md)\n', 'docs/a/index.md': '# A\n' };
		expect((await moved(files, [['docs/a', 'docs/b/c']]))['docs/from.md']).toBe(
			'# F\n\n[t](b/c/) [u](b/c) [v](b/c/index.md)\n',
		);
	});
});

const WAYS = ['p.md', './p.md', 'p', 'p/', '/p.md', 'p.html', 'p.md#t', 'p.md?x=1', '<p.md>'];

describe('any set of links', () => {
	test('there and back leaves identical bytes', async () => {
		const folder = fc.constantFrom('docs', 'docs/a', 'docs/a/b', 'docs/c c');
		const link = fc.record({ to: fc.nat(3), way: fc.constantFrom(...WAYS) });
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.record({ folder, links: fc.array(link, { maxLength: 5 }) }), {
					minLength: 2,
					maxLength: 4,
				}),
				folder,
				async (pages, target) => {
					const paths = pages.map((page, index) => `${page.folder}/page${index}.md`);
					const files = Object.fromEntries(
						pages.map(({ folder: own, links }, index) => [
							paths[index] ?? '',
							`# Page ${index}\n\n## T\n\n${links.map(({ to, way }) => `[x](${written(own, paths[to % paths.length] ?? '', way)})`).join('\n')}\n`,
						]),
					);
					const from = paths[0] ?? '';
					const to = `${target}/moved.md`;
					expect(await moved(await moved(files, [[from, to]]), [[to, from]])).toEqual(files);
				},
			),
			{ numRuns: 60 },
		);
	});
});

/** A link from a folder to a page, in one of the ways of writing. */
function written(folder: string, path: string, way: string): string {
	const here = folder.split('/').slice(1);
	const there = path.replace(/\.md$/, '').split('/').slice(1);
	let shared = 0;
	while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
	const relative = [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
	const target = way.replace('p', () => (way.startsWith('/') ? there.join('/') : relative));
	return way.startsWith('<') ? target : target.replaceAll(' ', '%20');
}
