import { escapeXml } from '../svg.ts';
import { createDrawPool } from './pool.ts';
import type { DrawnTemplate, MermaidRenderer, MermaidResult, RenderOptions } from './types.ts';

/** A worker holds a DOM and all of mermaid, some 450 MB: more than two rarely pay. */
const MOST_WORKERS = 2;
const TIMEOUT_MS = 30_000;

/**
 * Draws mermaid sources in worker threads, which start with the first drawing and end with `close`.
 * The same source and options give the same bytes, whatever was drawn before.
 */
export function createMermaidRenderer(
	options: { workers?: number; timeoutMs?: number } = {},
): MermaidRenderer {
	const size = Math.max(1, Math.min(options.workers ?? MOST_WORKERS, MOST_WORKERS));
	const pool = createDrawPool({ size, timeoutMs: options.timeoutMs ?? TIMEOUT_MS });
	return {
		async render(source, { idPrefix, title, hrefOf }) {
			const answer = await pool.run({ source, idPrefix, title });
			return answer.ok ? fill(answer.drawn, hrefOf) : answer;
		},
		close: () => pool.close(),
	};
}

/** Links are decided on this side: functions do not cross threads. */
function fill(drawn: DrawnTemplate, hrefOf: RenderOptions['hrefOf']): MermaidResult {
	let svg = drawn.strings[0] ?? '';
	drawn.holes.forEach((target, index) => {
		const href = hrefOf(target);
		if (href !== undefined) svg += ` href="${escapeXml(href)}"`;
		svg += drawn.strings[index + 1] ?? '';
	});
	return {
		ok: true,
		diagram: { svg, width: drawn.width, height: drawn.height },
		texts: drawn.texts,
		targets: [...new Set(drawn.holes)],
	};
}
