import type { ExamplesByCode, RuleExamples } from '../../model/index.ts';

function shown(bad: readonly (readonly [text: string, place: string])[], good: string): RuleExamples {
	return {
		bad: bad.map(([text, place]) => ({ files: { 'docs/stock.md': text }, at: `docs/stock.md:${place}` })),
		good: [{ files: { 'docs/stock.md': good } }],
	};
}

/** The document with these lines as frontmatter. */
function page(...fields: readonly string[]): string {
	return ['---', 'title: Stock', ...fields, '---', '', 'How to count the stock.', ''].join('\n');
}

const nested = (depth: number): string => `x-tree: ${'['.repeat(depth)}${']'.repeat(depth)}`;
const long = (length: number): string => `summary: ${'Count every shelf. '.repeat(length / 19)}`;

export const frontmatterExamples: ExamplesByCode = {
	MS110: shown(
		[
			[page('summary: Before: the old way'), '3:10'],
			[page('keywords: [stock, count'), '3:11'],
		],
		page('summary: "Before: the old way"', 'keywords: [stock, count]'),
	),
	MS111: shown(
		[[page('summary: Count it.', 'summary: Count it twice.'), '4:1']],
		page('summary: Count it, then count it again.'),
	),
	MS112: shown([['---js\ntitle: Stock\n---\n\nHow to count the stock.\n', '1:1']], page()),
	MS113: shown([[page('constructor: Smith & Sons'), '3:1']], page('x-constructor: Smith & Sons')),
	MS114: shown([[page(long(70_300)), '1:1']], page(long(190))),
	MS115: shown(
		[
			['---\ntitle: Stock\n\nHow to count the stock.\n', '1:1'],
			['---\ntitle: Stock\n--\n\nHow to count the stock.\n', '3:1'],
		],
		page(),
	),
	MS116: shown(
		[
			['---\n- title\n- Stock\n---\n\nHow to count the stock.\n', '2:1'],
			['---\ntitle：库存\n---\n\n怎样盘点。\n', '2:1'],
		],
		'---\ntitle: 库存\n---\n\n怎样盘点。\n',
	),
	MS117: shown(
		[
			[page('summary: &short Count it.', 'x-hint: *short'), '4:9'],
			[page('summary: !important Count it.'), '3:10'],
		],
		page('summary: "!important: count it."'),
	),
	MS118: shown([[page(nested(40)), '3:41']], page(nested(3))),
	MS119: shown(
		[
			[' ---\ntitle: Stock\nlang: en\n---\n\nHow to count the stock.\n', '1:1'],
			['\n---\ntitle: Stock\nlang: en\n---\n\nHow to count the stock.\n', '2:1'],
			['---\n---\ntitle: Stock\nlang: en\n---\n\nHow to count the stock.\n', '2:1'],
			['\u200b---\ntitle: Stock\nlang: en\n---\n\nHow to count the stock.\n', '1:1'],
			['title: Stock\nlang: en\n---\n\nHow to count the stock.\n', '1:1'],
			['# Stock\n\n---\ntitle: Stock\nlang: en\n---\n\nHow to count the stock.\n', '3:1'],
		],
		page(),
	),
};
