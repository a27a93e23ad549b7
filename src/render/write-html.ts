import type { Element, Nodes } from 'hast';
import { escapeAttribute, escapeText, type HtmlTemplate, joinHanLines, type Slot } from '../model/index.ts';
import type { Highlight } from './highlight.ts';
import { MARK_NAMES, markOf } from './marks.ts';
import { plainCode } from './parameters.ts';
import { type TemplateWriter, templateWriter } from './template.ts';
import type { Words } from './words.ts';

export interface WriteOptions {
	readonly words: Words;
	readonly highlight: Highlight;
	readonly isParameter: (name: string) => boolean;
	/** Ids of raw HTML that keep their name, each once. */
	readonly rawIds: Set<string>;
}

interface Writing extends WriteOptions {
	readonly out: TemplateWriter;
	tables: number;
}

const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);
const MARKS: ReadonlySet<string> = new Set(MARK_NAMES);

/** Sanitised tree → HTML with holes for links, images and diagrams. */
export function writeHtml(tree: Nodes, options: WriteOptions): HtmlTemplate {
	const writing: Writing = { ...options, out: templateWriter(), tables: 0 };
	write(tree, writing, false);
	return writing.out.finish();
}

function write(node: Nodes, writing: Writing, inCode: boolean): void {
	switch (node.type) {
		case 'text':
			writing.out.html(
				inCode ? plainCode(node.value, writing.isParameter) : escapeText(joinHanLines(node.value)),
			);
			return;
		case 'element':
			writeElement(node, writing, inCode);
			return;
		case 'root':
			for (const child of node.children) write(child, writing, inCode);
	}
}

function writeElement(element: Element, writing: Writing, inCode: boolean): void {
	const { out } = writing;
	const diagram = markOf(element, 'dataMsDiagram');
	const code = markOf(element, 'dataMsCode');
	if (diagram !== undefined) out.slot('diagram', Number(diagram));
	else if (code !== undefined) writeCode(element, code, writing);
	else writeOther(element, writing, inCode);
}

function writeOther(element: Element, writing: Writing, inCode: boolean): void {
	const { out } = writing;
	const { tagName } = element;
	const name = markOf(element, 'dataMsTag') ?? tagName;
	const isTable = tagName === 'table';
	if (isTable) {
		const label = escapeAttribute(writing.words.table(++writing.tables));
		out.html(`<div class="table-scroll" role="region" tabindex="0" aria-label="${label}">`);
	}
	out.html(`<${name}`);
	writeAttributes(element, writing);
	out.html(tagName === 'img' ? ' loading="lazy" decoding="async">' : '>');
	if (VOID.has(tagName)) return;
	const title = markOf(element, 'dataMsTitle');
	if (title !== undefined) out.slot('title', Number(title));
	else for (const child of element.children) write(child, writing, inCode || tagName === 'code');
	const heading = markOf(element, 'dataMsHeading');
	if (heading !== undefined) out.html(permalink(heading, writing.words));
	out.html(isTable ? '</table></div>' : `</${name}>`);
}

function permalink(id: string, words: Words): string {
	return ` <a class="anchor" href="#${escapeAttribute(id)}" aria-label="${escapeAttribute(words.permalink)}">#</a>`;
}

function writeCode(element: Element, lang: string, { out, highlight, isParameter }: Writing): void {
	const text = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
	const { html, label } = highlight(text, lang, isParameter);
	const title = label === '' ? '' : `<span class="code-language">${escapeText(label)}</span>`;
	// Filling in a value depends on the language; code without parameters needs no such mark.
	const language =
		lang !== '' && html.includes(' data-parameter="') ? ` data-code="${escapeAttribute(lang)}"` : '';
	out.html(`<div class="code"${language}>${title}<pre tabindex="0"><code>${html}</code></pre></div>`);
}

function writeAttributes(element: Element, writing: Writing): void {
	const { out } = writing;
	const { properties, tagName } = element;
	const id = idOf(element, writing);
	if (id !== undefined) out.html(` id="${escapeAttribute(id)}"`);
	const classes = markOf(element, 'dataMsClass');
	if (classes !== undefined) out.html(` class="${escapeAttribute(classes)}"`);
	const reference = markOf(element, 'dataMsRef');
	const slot = reference === undefined ? undefined : slotOf(element);
	for (const [name, value] of Object.entries(properties)) {
		if (
			MARKS.has(name) ||
			name === 'id' ||
			name === 'name' ||
			value === null ||
			value === undefined ||
			value === false
		)
			continue;
		if (slot !== undefined && (name === 'href' || name === 'src')) continue;
		const attribute = name.toLowerCase();
		const text = Array.isArray(value) ? value.join(' ') : String(value);
		out.html(value === true ? ` ${attribute}` : ` ${attribute}="${escapeAttribute(text)}"`);
	}
	if (tagName === 'img' && properties['alt'] === undefined) out.html(' alt=""');
	for (const [attribute, value] of Object.entries(
		JSON.parse(markOf(element, 'dataMsSet') ?? '{}') as Record<string, string>,
	)) {
		out.html(` ${attribute}="${escapeAttribute(value)}"`);
	}
	if (slot !== undefined && reference !== undefined) {
		out.html(' ');
		out.slot(slot, Number(reference));
	}
}

/** Which hole a numbered element gets: none when the sanitiser took its address away. */
function slotOf({ tagName, properties }: Element): Slot['type'] | undefined {
	if (tagName === 'a' && typeof properties['href'] === 'string') return 'link';
	return tagName === 'img' && typeof properties['src'] === 'string' ? 'image' : undefined;
}

/**
 * Rendering's own id, or the id (or `name`) of raw HTML: as written if links may point at it, else with a
 * prefix, so that no document can take the place of an element of the site.
 */
function idOf(element: Element, { rawIds }: Writing): string | undefined {
	const own = markOf(element, 'dataMsId');
	if (own !== undefined) return own === '' ? undefined : own;
	const written = element.properties['id'] ?? element.properties['name'];
	if (written === undefined || written === null) return undefined;
	const id = String(written);
	return rawIds.delete(id) ? id : `user-content-${id}`;
}
