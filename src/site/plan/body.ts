import type { Page } from '../../model/index.ts';

/**
 * A body that begins with its own title as `<h1>` without it: the page's header shows the title.
 * Other level-1 headings stay.
 */
export function withoutLeadingTitle(html: string, title: string): string {
	const match = /^\s*<h1\b[^>]*>([\s\S]*?)<\/h1>\s*/.exec(html);
	if (!match) return html;
	return plain(match[1] ?? '') === plain(title) ? html.slice(match[0].length) : html;
}

function plain(html: string): string {
	return html
		.replace(/<a class="anchor"[\s\S]*?<\/a>/g, '')
		.replace(/<[^>]+>/g, '')
		.replace(/&amp;/g, '&')
		.replace(/&lt;/g, '<')
		.replace(/&#(?:39|x27);/gi, "'")
		.replace(/&(?:quot|#34|#x22);/gi, '"')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Whether the body has an element with this id, so that a step list need not give it a second one. */
export function bodyHasId(page: Page, id: string): boolean {
	return page.html.includes(` id="${id}"`) || page.toc.some((entry) => entry.id === id);
}
