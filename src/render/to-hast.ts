import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import type {
	Blockquote,
	Code,
	Heading,
	Html,
	Image,
	ImageReference,
	Link,
	LinkReference,
	Root,
} from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { unified } from 'unified';
import type { Document, TocEntry } from '../model/index.ts';
import { allowList } from './allow-list.ts';
import { admonition, alertOf, directive } from './directives.ts';
import { marked, unmarked } from './marks.ts';
import type { Words } from './words.ts';

type Handlers = NonNullable<Options['handlers']>;
type State = Parameters<typeof defaultHandlers.link>[0];

/** What the handlers need to know, and what they note down. */
export interface Rendering {
	readonly document: Document;
	readonly words: Words;
	readonly toc: TocEntry[];
	/** Ids of raw HTML that links may point at. */
	readonly rawIds: Set<string>;
	hasRaw: boolean;
}

/** Deepest heading in the table of contents. */
const TOC_DEPTH = 3;

/** Markdown tree → sanitised HTML tree with marks. Raw HTML is parsed only where there is some. */
export function toHast(tree: Root, rendering: Rendering): HastRoot {
	const { words } = rendering;
	const raw = rehypeRaw();
	const processor = unified()
		.use(remarkRehype, {
			allowDangerousHtml: true,
			clobberPrefix: '',
			footnoteLabel: words.footnotes,
			footnoteBackContent: '↩',
			footnoteBackLabel: (reference: number) => words.backToText(reference + 1),
			handlers: handlersFor(rendering),
		})
		.use(() => (root: HastRoot) => {
			markOwn(root);
			return rendering.hasRaw ? raw(root, undefined as never) : root;
		})
		.use(rehypeSanitize, allowList);
	return processor.runSync(tree) as HastRoot;
}

function handlersFor(rendering: Rendering): Handlers {
	return {
		heading: (state: State, node: Heading) => heading(state, node, rendering),
		code: (_: State, node: Code) => code(node),
		html: (_: State, node: Html) => html(node, rendering),
		link: withReference(defaultHandlers.link),
		image: withReference(defaultHandlers.image),
		linkReference: withReference(defaultHandlers.linkReference),
		imageReference: withReference(defaultHandlers.imageReference),
		containerDirective: (state: State, node) => directive(state, node, rendering),
		blockquote: (state: State, node: Blockquote) => {
			const alert = alertOf(node);
			return alert
				? admonition(state, { type: 'blockquote', children: alert.children }, alert.name, [], rendering.words)
				: defaultHandlers.blockquote(state, node);
		},
		mdxjsEsm: () => undefined,
		mdxFlowExpression: () => undefined,
		mdxTextExpression: () => undefined,
		mdxJsxFlowElement: (state: State, node) => state.all(node),
		mdxJsxTextElement: (state: State, node) => state.all(node),
	};
}

/** A default handler whose element says which reference it is. */
function withReference<N extends Link | Image | LinkReference | ImageReference>(
	handler: (state: State, node: N) => Element | ElementContent[] | ElementContent,
) {
	return (state: State, node: N): Element | ElementContent[] | ElementContent => {
		const result = handler(state, node);
		const reference = node.data?.reference;
		if (reference !== undefined && !Array.isArray(result) && result.type === 'element') {
			result.properties['dataMsRef'] = reference;
			if (node.data?.bare) result.properties['dataMsTitle'] = reference;
		}
		return result;
	};
}

/** The title is shown by the page itself: of its heading only the place to link to remains. */
function heading(state: State, node: Heading, { toc }: Rendering): Element {
	const id = node.data?.id ?? '';
	if (node.data?.title) return marked('div', { dataMsId: id }, []);
	const children = state.all(node);
	if (node.depth <= TOC_DEPTH) toc.push({ depth: node.depth, id, text: textOf(children).trim() });
	return marked(`h${node.depth}`, { dataMsId: id, dataMsHeading: id }, children);
}

function textOf(nodes: readonly ElementContent[]): string {
	return nodes
		.map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : ''))
		.join('');
}

function code(node: Code): Element {
	const lang = node.lang?.toLowerCase() ?? '';
	const fence = node.data?.fence;
	if (lang === 'mermaid' && fence !== undefined) return marked('div', { dataMsDiagram: fence }, []);
	return marked('pre', { dataMsCode: lang }, [{ type: 'text', value: node.value }]);
}

/** Raw HTML with its links and images numbered. Comments alone need no parser: they are nothing. */
function html(node: Html, rendering: Rendering): ElementContent | undefined {
	for (const anchor of node.data?.anchors ?? []) rendering.rawIds.add(anchor);
	const value = unmarked(node.value);
	if (isComment(value)) return undefined;
	if (/^<br\s*\/?>$/i.test(value)) return { type: 'element', tagName: 'br', properties: {}, children: [] };
	let numbered = '';
	let from = 0;
	for (const { at, reference } of node.data?.references ?? []) {
		numbered += `${value.slice(from, at)} data-ms-ref="${reference}"`;
		from = at;
	}
	rendering.hasRaw = true;
	return { type: 'raw', value: numbered + value.slice(from) };
}

function isComment(html: string): boolean {
	const text = html.trim();
	return text.startsWith('<!--') && text.indexOf('-->') === text.length - 3;
}

/** Ids and classes that the conversion itself set (footnotes, task lists) become marks, before raw HTML joins in. */
function markOwn(node: HastNodes): void {
	if (node.type === 'element') {
		const { id, className, ...rest } = node.properties;
		if (id !== undefined || className !== undefined) {
			const names = [className].flat().filter((name) => typeof name === 'string');
			node.properties = {
				...rest,
				...(typeof id === 'string' && { dataMsId: id }),
				...(names.length > 0 && { dataMsClass: names.join(' ') }),
			};
		}
		if (rest['ariaLabel'] !== undefined)
			node.properties['dataMsSet'] = JSON.stringify({ 'aria-label': rest['ariaLabel'] });
	}
	if ('children' in node) for (const child of node.children) markOwn(child);
}
