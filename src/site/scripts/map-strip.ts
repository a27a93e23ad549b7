/** Keeps the strips of groups in step with the page: the group being read is marked and scrolled into the strip's view. */
export function wireStrips(map: HTMLElement): void {
	for (const strip of map.querySelectorAll<HTMLElement>('[data-strip]')) {
		const current = strip.querySelector<HTMLElement>('[aria-current]');
		if (current) centre(strip, current);
		else follow(strip);
	}
}

function follow(strip: HTMLElement): void {
	const links = new Map<Element, HTMLElement>();
	for (const link of strip.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
		const group = document.getElementById(decodeURIComponent(link.hash.slice(1)));
		if (group) links.set(group, link);
	}
	const seen = new Set<Element>();
	const observer = new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries) {
				if (isIntersecting) seen.add(target);
				else seen.delete(target);
			}
			const first = [...links.keys()].find((group) => seen.has(group));
			for (const [group, link] of links) {
				if (group === first) link.setAttribute('aria-current', 'true');
				else link.removeAttribute('aria-current');
			}
			const link = first && links.get(first);
			if (link) centre(strip, link);
		},
		{ rootMargin: '-25% 0px -55% 0px' },
	);
	for (const group of links.keys()) observer.observe(group);
}

/** Only sideways: the page itself must not move. */
function centre(strip: HTMLElement, link: HTMLElement): void {
	const list = strip.querySelector('ol') ?? strip;
	if (list.scrollWidth <= list.clientWidth) return;
	const box = link.getBoundingClientRect();
	const frame = list.getBoundingClientRect();
	list.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
}
