import type { Document } from './document.ts';

/** Superseded and retired documents stay readable but are history: nobody's work, and nothing is due on them. */
export function inForce({ frontmatter: { status } }: Pick<Document, 'frontmatter'>): boolean {
	return status !== 'superseded' && status !== 'retired';
}
