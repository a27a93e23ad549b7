import { type Diagram, interfaceLanguageOf, type Labels, type LanguageTag } from '../../model/index.ts';
import { escapeXml } from '../svg.ts';
import { speechOf } from './speech.ts';
import { parseXml } from './xml/parse.ts';

export interface FigureOptions {
	readonly diagram: Diagram;
	/** The text of the fence. */
	readonly source: string;
	readonly lang: LanguageTag;
	/** Element id of the figure, unique on the page. */
	readonly id: string;
	/** '' for none. */
	readonly caption: string;
}

const DIAGRAM: Labels = { 'zh-CN': '图', 'zh-TW': '圖', en: 'Diagram' };
const AS_TEXT: Labels = { 'zh-CN': '图的文字内容', 'zh-TW': '圖的文字內容', en: 'Diagram as text' };
const SOURCE: Labels = { 'zh-CN': '图的源码', 'zh-TW': '圖的原始碼', en: 'Source of the diagram' };

/**
 * The figure of a mermaid fence as the site expects it: `figure.diagram[data-zoom]` around
 * `div.diagram-view[data-zoom-view]`, which scrolls and which the site's script zooms, then
 * `details.diagram-text` with everything the drawing says as a list, for screen readers, printing and search.
 */
export function mermaidFigure(options: FigureOptions): string {
	const language = interfaceLanguageOf(options.lang);
	const texts = textsOf(options.diagram.svg);
	const name = options.caption === '' ? DIAGRAM[language] : `${DIAGRAM[language]}: ${options.caption}`;
	const caption = options.caption === '' ? '' : `<figcaption>${escapeXml(options.caption)}</figcaption>`;
	return `<figure class="diagram mermaid-diagram" id="${escapeXml(options.id)}" role="group" aria-label="${escapeXml(name)}" data-zoom tabindex="-1"><div class="diagram-view" data-zoom-view>${sized(options.diagram)}</div>${caption}<details class="diagram-text"><summary>${AS_TEXT[language]}</summary>${list(texts)}<p>${SOURCE[language]}</p><pre tabindex="0"><code>${escapeXml(options.source.trimEnd())}</code></pre></details></figure>`;
}

/** Drawings shrink to the page's width, but no further than half: below that their words cannot be read. */
function sized({ svg, width }: Diagram): string {
	const style = `width:100%;max-width:${Math.round(width)}px;min-width:${Math.round(width / 2)}px`;
	return svg.replace(/^<svg\b/, `<svg style="${style}"`);
}

function list(texts: readonly string[]): string {
	return texts.length === 0 ? '' : `<ul>${texts.map((text) => `<li>${escapeXml(text)}</li>`).join('')}</ul>`;
}

/** The drawing was written by this room, so it parses; an empty list is better than a lost page all the same. */
function textsOf(svg: string): readonly string[] {
	try {
		return speechOf(parseXml(svg));
	} catch {
		return [];
	}
}
