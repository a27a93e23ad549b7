import type { LanguageView, RoleView } from '../../model/index.ts';

const known = new WeakMap<LanguageView, ReadonlyMap<string, RoleView>>();

/** The roles that have a page, by key. */
export function rolePages(view: LanguageView): ReadonlyMap<string, RoleView> {
	let pages = known.get(view);
	if (!pages) {
		pages = new Map(view.work.roles.filter(({ hasPage }) => hasPage).map((role) => [role.key, role]));
		known.set(view, pages);
	}
	return pages;
}
