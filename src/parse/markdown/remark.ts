import { createRequire } from 'node:module';
import type { Root } from 'mdast';
import type { Extension } from 'micromark-util-types';
import type { Plugin, Processor } from 'unified';
import { featuresOf } from './features.ts';
import { type Dialect, dialectOf, grammarFor } from './grammar.ts';

type FromMarkdown = ReturnType<typeof mdastExtensionsOf>;

/** remark, ready to be told its extensions. */
interface Remark {
	/** A new processor, with nothing but remark's own Markdown. */
	readonly processor: () => Processor;
	readonly dialect: Dialect;
	readonly fromMarkdown: FromMarkdown;
}

/** What MDX adds: its syntax, and the mdast half together with that of Markdown. */
interface Mdx {
	readonly syntax: Extension;
	readonly fromMarkdown: FromMarkdown;
}

let remark: Remark | undefined;
let mdx: Mdx | undefined;

const require = createRequire(import.meta.url);

/** Loaded with the first text that remark reads, which most runs never meet. Reading a text waits for nothing. */
function loadRemark(): Remark {
	if (remark) return remark;
	const { unified } = require('unified') as typeof import('unified');
	const { default: remarkParse } = require('remark-parse') as typeof import('remark-parse');
	const { default: remarkGfm } = require('remark-gfm') as typeof import('remark-gfm');
	const { default: remarkDirective } = require('remark-directive') as typeof import('remark-directive');
	const processor = (): Processor => unified().use(remarkParse) as unknown as Processor;
	remark = {
		processor,
		dialect: dialectOf(extensionOf(processor(), remarkGfm), extensionOf(processor(), remarkDirective)),
		fromMarkdown: mdastExtensionsOf(processor().use(remarkGfm).use(remarkDirective)),
	};
	return remark;
}

/** Loads MDX, a parser of JavaScript among it, with the first text that is written in it. */
function loadMdx({ processor, fromMarkdown }: Remark): Mdx {
	if (mdx) return mdx;
	const { default: remarkMdx } = require('remark-mdx') as typeof import('remark-mdx');
	mdx = {
		syntax: extensionOf(processor(), remarkMdx),
		fromMarkdown: [...fromMarkdown, ...mdastExtensionsOf(processor().use(remarkMdx))],
	};
	return mdx;
}

/**
 * One remark parse, with the extensions that the text can use. Autolinks that only the tree shows are looked for by the
 * walk. Throws what MDX throws at broken syntax.
 */
export function readRemark(body: string, withMdx: boolean): Root {
	const { processor, dialect, fromMarkdown } = loadRemark();
	const parts = withMdx ? loadMdx({ processor, dialect, fromMarkdown }) : undefined;
	const grammar = grammarFor(featuresOf(body), dialect);
	const reader = processor();
	reader.data('micromarkExtensions', parts ? [grammar, parts.syntax] : [grammar]);
	reader.data('fromMarkdownExtensions', parts ? parts.fromMarkdown : fromMarkdown);
	return reader.parse(body) as Root;
}

function extensionOf(processor: Processor, plugin: Plugin<never[]>): Extension {
	const data = processor.use(plugin).freeze().data();
	return (data.micromarkExtensions?.[0] ?? {}) as Extension;
}

function mdastExtensionsOf(processor: Processor) {
	const extensions = (processor.freeze().data().fromMarkdownExtensions ?? []).flat();
	return extensions.map(({ transforms: _, ...rest }) => rest);
}
