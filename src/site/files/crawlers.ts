import { robotsText, sitemapText } from '../plan/plain-texts.ts';
import type { SiteFiles } from './site-file.ts';

/** What search engines ask for. */
export const crawlerFiles: SiteFiles = function* (model, index) {
	yield { path: 'robots.txt', text: () => robotsText(model) };
	const sitemap = sitemapText(model, index);
	if (sitemap !== undefined) yield { path: 'sitemap.xml', text: () => sitemap };
};
