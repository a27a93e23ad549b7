import { fullTitle, type PageHead } from './page-head.ts';

/**
 * What a layout of yours gets as `Astro.props`. It has a default slot for the page and, in its `<head>`,
 * may have a slot named `head` for links to feeds, translations and the canonical address.
 */
export interface LayoutProps {
	/** For `<title>`: the page's title and the knowledge base's. */
	readonly title: string;
	readonly description?: string;
	/** Language of the page, for `<html lang>`: `zh-CN`, `zh-TW`, `en`… */
	readonly lang: string;
	/** Address of the page without the host; Astro's base is in it, and it ends with a slash. */
	readonly path: string;
	/** What the page is: `runbook`, `process`, `home`, `search`… */
	readonly kind: string;
	/** Not for search engines. */
	readonly unlisted: boolean;
}

export function layoutProps(page: PageHead): LayoutProps {
	const { ctx, route, description, kind, unlisted = false } = page;
	return {
		title: fullTitle(page),
		...(description ? { description } : {}),
		lang: ctx.view.lang,
		path: ctx.href(route),
		kind,
		unlisted,
	};
}
