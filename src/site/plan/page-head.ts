import { type LanguageTag, localize, type Route } from '../../model/index.ts';
import type { PageContext } from './context.ts';

/** What every page tells the layout that it stands in. */
export interface PageHead {
	readonly ctx: PageContext;
	readonly route: Route;
	readonly title?: string | undefined;
	readonly description?: string | undefined;
	/** The same page in other languages, this one included when it has any. */
	readonly alternates?: readonly { readonly lang: LanguageTag; readonly route: Route }[];
	/** What the page is, for styles. */
	readonly kind: string;
	/** Not for search engines. */
	readonly unlisted?: boolean;
}

export function siteTitleOf({ model, view }: PageContext): string {
	return localize(model.title, view.lang, model.defaultLanguage) || 'Mainstay';
}

/** The page's own title and the site's. */
export function fullTitle({ ctx, title }: Pick<PageHead, 'ctx' | 'title'>): string {
	return title ? `${title} · ${siteTitleOf(ctx)}` : siteTitleOf(ctx);
}

/** With the site's address where it is known. */
export function absoluteAddress({ model, href }: PageContext, route: Route): string {
	return model.siteUrl ? new URL(href(route), model.siteUrl).href : href(route);
}
