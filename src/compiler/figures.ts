import { mermaidFigure } from '../diagrams/mermaid/figure.ts';
import { type Document, escapeText, type Fence } from '../model/index.ts';
import { type DrawnFence, mermaidFences } from './diagrams.ts';
import { fillTargetHoles } from './target-holes.ts';

/** Finishes the figures of one document: link holes become addresses, dead ones lose their link. */
export function figuresOf(
	document: Document,
	drawn: ReadonlyMap<number, DrawnFence> | undefined,
	addressOf: (target: string) => string | undefined,
): ReadonlyMap<number, string> {
	return new Map(
		mermaidFences(document).map(([fence, index]) => {
			const result = drawn?.get(index);
			return [index, result ? figureOf(result, fence, index, document, addressOf) : sourceOf(fence)];
		}),
	);
}

function figureOf(
	{ diagram }: DrawnFence,
	fence: Fence,
	index: number,
	document: Document,
	addressOf: (target: string) => string | undefined,
): string {
	const svg = fillTargetHoles(diagram.svg, addressOf);
	const id = `diagram-${index}`;
	return mermaidFigure({
		diagram: { ...diagram, svg },
		source: fence.value,
		lang: document.lang,
		id,
		caption: '',
	});
}

/** A diagram that could not be drawn is still readable as what was written. */
function sourceOf(fence: Fence): string {
	return `<div class="code"><span class="code-language">mermaid</span><pre tabindex="0"><code>${escapeText(fence.value)}</code></pre></div>`;
}
