/** Around every page that stands in somebody else's layout. */
const FRAME = '.mainstay';

/** The element that says what holds for the whole page: `<html>`, or our part of somebody else's page. */
export function siteRoot(): HTMLElement {
	return document.querySelector<HTMLElement>(FRAME) ?? document.documentElement;
}

/** Where dialogs and bars go that lie over the page, so that our styles reach them. */
export function overlayParent(): HTMLElement {
	return document.querySelector<HTMLElement>(FRAME) ?? document.body;
}

/** Path below which the site is served: `/` or `/path/`. */
export function siteBase(): string {
	return siteRoot().dataset['base'] ?? '/';
}
