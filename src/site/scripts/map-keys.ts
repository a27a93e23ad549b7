const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

/** What lies within a card begins a little further in: that is not beside it. */
const LEAST_AHEAD = { x: 40, y: 1 };
/** How much more a step aside costs than a step ahead. */
const ASIDE = 2.5;

/** Arrow keys move the focus to the neighbour in that direction, as the eye sees it; at the edge they scroll the page. */
export function wireKeys(map: HTMLElement): void {
	map.addEventListener('keydown', (event) => {
		const direction = DIRECTIONS[event.key];
		const from = event.target;
		if (!direction || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
		if (!(from instanceof HTMLAnchorElement) || !from.matches('[data-map-link]')) return;
		const next = neighbour(map, from, direction);
		if (!next) return;
		event.preventDefault();
		next.focus();
	});
}

function neighbour(
	map: HTMLElement,
	from: HTMLElement,
	[dx, dy]: readonly [x: number, y: number],
): HTMLElement | undefined {
	const here = boxOf(from);
	let best: HTMLElement | undefined;
	let least = Number.POSITIVE_INFINITY;
	for (const link of map.querySelectorAll<HTMLElement>('a[data-map-link]')) {
		if (link === from || link.closest('[hidden]') || !link.checkVisibility()) continue;
		const there = boxOf(link);
		const ahead = dx ? dx * (there.x - here.x) : dy * (there.y - here.y);
		if (ahead < (dx ? LEAST_AHEAD.x : LEAST_AHEAD.y)) continue;
		const aside = Math.abs(dx ? there.y - here.y : there.x - here.x);
		const price = ahead + ASIDE * aside;
		if (price < least) {
			least = price;
			best = link;
		}
	}
	return best;
}

/** Where the card or arrow of a link begins: those of one column start at the same place. */
function boxOf(link: HTMLElement): { readonly x: number; readonly y: number } {
	const { left, top } = (link.closest('[data-process]') ?? link).getBoundingClientRect();
	return { x: left, y: top };
}
