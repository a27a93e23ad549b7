import { handover } from 'virtual:mainstay';
import type { DocumentLink, LanguageView, Route, SiteModel } from '../../model/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';
import type { Appearance, SiteFrame } from '../integration/handover.ts';
import { hrefOf } from './addresses.ts';
import { type SiteIndex, siteIndexOf } from './site-index.ts';

/** What every component of a page works with. */
export interface PageContext {
	readonly model: SiteModel;
	readonly index: SiteIndex;
	readonly view: LanguageView;
	readonly labels: SiteLabels;
	readonly mode: 'build' | 'dev';
	readonly frame: SiteFrame;
	/** Of the layout, where it is not ours. */
	readonly appearance: Appearance;
	href(route: Route, anchor?: string): string;
	/** Attributes of a link to a document that may be in another language than the page. */
	link(
		target: Pick<DocumentLink, 'route' | 'lang'>,
		anchor?: string,
	): {
		href: string;
		hreflang?: string;
		'data-lang'?: string;
	};
}

export function pageContext(view: LanguageView): PageContext {
	const { model, mode, frame = 'whole', appearance = 'light' } = handover();
	const index = siteIndexOf(model);
	const href = (route: Route, anchor?: string): string => hrefOf(model.base, route, anchor);
	return {
		model,
		index,
		view,
		labels: index.labels(view),
		mode,
		frame,
		appearance,
		href,
		link: ({ route, lang }, anchor) =>
			lang === view.lang
				? { href: href(route, anchor) }
				: { href: href(route, anchor), hreflang: lang, 'data-lang': lang },
	};
}
