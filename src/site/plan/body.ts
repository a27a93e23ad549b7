import type { Page } from '../../model/index.ts';

/** Whether the body has an element with this id, so that a step list must not give it a second one. */
export function bodyHasId(page: Page, id: string): boolean {
	return page.html.includes(` id="${id}"`);
}
