import type { SiteModel } from '../../model/index.ts';
import type { SiteIndex } from '../plan/site-index.ts';

/** A file of the site that is not a page: a feed, a drawing, a machine's view of a document. */
export interface SiteFile {
	/** Below the base, without a leading slash: `d/PR-O2C-0001/PR-O2C-0001.svg`. Plain text, not percent-encoded. */
	readonly path: string;
	/** Of what the text is made from: an unchanged hash means an unchanged text, which is then taken over from the last output. */
	readonly hash?: string;
	/** Made when it is written or asked for. The same model gives the same text. */
	readonly text: () => string;
}

/** One feature's files. */
export type SiteFiles = (model: SiteModel, index: SiteIndex) => Iterable<SiteFile>;
