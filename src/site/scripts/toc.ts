/** Marks the section being read in the table of contents. */
export function followToc(): void {
	const toc = document.querySelector('[data-toc]');
	if (!toc || !('IntersectionObserver' in window)) return;
	const links = new Map<Element, HTMLAnchorElement>();
	for (const link of toc.querySelectorAll<HTMLAnchorElement>('a')) {
		const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
		if (target) links.set(target, link);
	}
	const sections = [...links.keys()];
	const mark = (): void => {
		const line = Math.min(innerHeight * 0.3, 220);
		let current: Element | undefined;
		for (const section of sections) if (section.getBoundingClientRect().top <= line) current = section;
		// After a short section the next one begins above the line too; the reader asked for the short one.
		const asked = sections.find((section) => links.get(section)?.hash === location.hash);
		const top = asked?.getBoundingClientRect().top ?? -1;
		if (asked && top >= 0 && top <= line) current = asked;
		for (const [section, link] of links) {
			if (section === current) link.setAttribute('aria-current', 'true');
			else link.removeAttribute('aria-current');
		}
	};
	let waiting = false;
	const later = (): void => {
		if (waiting) return;
		waiting = true;
		requestAnimationFrame(() => {
			waiting = false;
			mark();
		});
	};
	addEventListener('scroll', later, { passive: true });
	addEventListener('resize', later, { passive: true });
	addEventListener('hashchange', later);
	mark();
}
