import { escapeAttribute, type Redirect, type Route, type SiteModel } from '../../model/index.ts';
import { hrefOf } from './addresses.ts';
import { policyFor } from './policy.ts';
import type { SiteIndex } from './site-index.ts';

/** sitemap.xml; undefined without a site address, because a sitemap holds absolute addresses only. */
export function sitemapText(model: SiteModel, index: SiteIndex): string | undefined {
	const { siteUrl } = model;
	if (!siteUrl) return undefined;
	const absolute = (route: Route): string => new URL(hrefOf(model.base, route), siteUrl).href;
	const urls = [...index.targets.values()]
		.filter(({ type }) => type !== 'not-found' && type !== 'search')
		.map((target) => {
			const changed = target.type === 'document' ? target.page.lastChanged?.slice(0, 10) : undefined;
			const modified = changed ? `<lastmod>${changed}</lastmod>` : '';
			return `<url><loc>${escapeAttribute(absolute(target.route))}</loc>${modified}</url>`;
		});
	return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

export function robotsText(model: Pick<SiteModel, 'base' | 'siteUrl'>): string {
	const sitemap = model.siteUrl
		? `Sitemap: ${new URL(`${model.base}sitemap.xml`, model.siteUrl).href}\n`
		: '';
	return `User-agent: *\nAllow: /\n${sitemap}`;
}

/** A page at an old address that leads to the new one, with and without JavaScript. */
export function redirectPage(model: SiteModel, redirect: Redirect, href: string): string {
	const canonical = model.siteUrl ? new URL(href, model.siteUrl).href : href;
	const target = escapeAttribute(href);
	return `<!doctype html>
<html lang="${escapeAttribute(model.defaultLanguage)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor('build')}">
<meta http-equiv="refresh" content="0; url=${target}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeAttribute(canonical)}">
<title>${escapeAttribute(redirect.to)}</title>
</head>
<body><p><a href="${target}">${target}</a></p></body>
</html>
`;
}
