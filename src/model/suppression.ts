import type { SourceRange } from './position.ts';

/**
 * `<!-- mainstay-ignore MS201: reason -->` above a block, or `# mainstay-ignore MS201: reason` above a
 * field: findings of the codes at that place are not reported, and counted instead.
 */
export interface Suppression {
	/** Never empty. */
	readonly codes: readonly string[];
	readonly reason: string;
	/** Of the comment itself. */
	readonly range: SourceRange;
	/** Lines on which findings are covered, 1-based, both ends included. */
	readonly lines: readonly [first: number, last: number];
	/** In the frontmatter: covers findings about the document as a whole, which stand on its first line. */
	readonly ofWhole: boolean;
}
