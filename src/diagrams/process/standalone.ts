import type { Diagram } from '../../model/index.ts';

const VARIABLE = /var\(--[\w-]+,\s*(#[0-9a-fA-F]{3,8})\)/g;
const OPENING = /^<svg\b[^>]*>/;
/** Parts that are there for pages only: focus rings, and edges that wait for a stylesheet. */
const FOR_PAGES = [/<rect class="diagram-focus"[^>]*\/>/g, /<g class="diagram-flows"[^>]*>.*?<\/g>/gs];

/**
 * A process drawing as a file of its own: light colours in place of custom properties, a white ground, nothing from
 * elsewhere. Steps that link into their page lose the link and stay pictures with a name; absolute links stay.
 */
export function standaloneSvg({ svg, width, height }: Diagram): string {
	const painted = FOR_PAGES.reduce((text, part) => text.replace(part, ''), svg).replace(VARIABLE, '$1');
	const ground = `<rect width="${width}" height="${height}" fill="#ffffff"/>`;
	const body = withoutPageLinks(painted).replace(OPENING, (tag) => `${tag}${ground}`);
	return `<?xml version="1.0" encoding="UTF-8"?>\n${titleFirst(body, ground)}\n`;
}

/** A title names the drawing only as its first child. */
function titleFirst(svg: string, ground: string): string {
	return svg.replace(
		new RegExp(`${ground}(<title\\b.*?</title>(?:<desc\\b.*?</desc>)?)`, 's'),
		`$1${ground}`,
	);
}

/** Elements `<a>` are never nested, so every end belongs to the last beginning. */
function withoutPageLinks(svg: string): string {
	let kept = false;
	return svg.replace(/<a\b([^>]*)>|<\/a>/g, (tag, attributes: string | undefined) => {
		if (attributes === undefined) return kept ? tag : '</g>';
		kept = / href="(?:https?|mailto):/.test(attributes);
		return kept ? tag : `<g role="img"${attributes.replace(/ (?:href|tabindex)="[^"]*"/g, '')}>`;
	});
}
