import type { Page, TocEntry } from '../../model/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';
import { numberOf } from './read.ts';

/** Element ids of the sections that the page adds around the body. */
export const OWN_SECTIONS = {
	diagram: '_diagram',
	steps: '_steps',
	below: '_below',
	related: '_related',
} as const;

/** The table of contents: the body's headings down to the third level, and the page's own sections. */
export function contentsOf(page: Page, labels: SiteLabels): TocEntry[] {
	const { text } = labels;
	const headings = page.toc.filter(
		(entry) => entry.depth <= 3 && !(entry.depth === 1 && entry.text === page.title),
	);
	const top = headings.length > 0 ? Math.min(...headings.map(({ depth }) => depth)) : 2;
	const own = (id: string, name: string): TocEntry => ({ depth: top, id, text: name });
	const linked = page.related.length + page.backlinks.length + page.children.length > 0;
	return [
		...(page.process ? [own(OWN_SECTIONS.diagram, text.diagram)] : []),
		...headings,
		...(page.process ? [own(OWN_SECTIONS.steps, text.stepList)] : []),
		...(showsBelow(page) ? [own(OWN_SECTIONS.below, text.children)] : []),
		...(linked ? [own(OWN_SECTIONS.related, text.related)] : []),
	];
}

/** Whether the page of a value chain or a process group shows the part of the map below it. */
export function showsBelow(page: Page): boolean {
	const level = numberOf(page.frontmatter, 'level');
	return page.kind === 'process' && (level === 1 || level === 2);
}
