/** Menus are `<details>`; with a script they also close on Escape and on a click elsewhere. */
export function wireMenus(): void {
	const menus = [...document.querySelectorAll<HTMLDetailsElement>('.site-menu, .language-menu')];
	const closeOthers = (keep: EventTarget | null): void => {
		for (const menu of menus) if (!(keep instanceof Node && menu.contains(keep))) menu.open = false;
	};
	document.addEventListener('click', (event) => closeOthers(event.target));
	document.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape') return;
		const open = menus.find((menu) => menu.open);
		if (!open) return;
		open.open = false;
		open.querySelector('summary')?.focus();
	});
}
