import { oncePerFrame } from './once-per-frame.ts';
import { CHANGED, drawingIn, shownView } from './zoom-view.ts';

/** As much of a lane must be seen for its name to be worth showing, in CSS pixels. */
const ROOM = 40;

/** Keeps the names of the lanes in sight while their headers are not, like the frozen head of a table. */
export function wireLaneNames(figure: HTMLElement): void {
	const stage = figure.querySelector<HTMLElement>('.diagram-stage');
	if (!stage) return;
	const strip = document.createElement('div');
	strip.className = 'lane-strip';
	// The headers themselves are hidden from screen readers too: every step's own name says its role.
	strip.setAttribute('aria-hidden', 'true');
	stage.append(strip);
	let drawn: SVGSVGElement | undefined;
	const draw = (): void => {
		const view = shownView(figure);
		const svg = drawingIn(view);
		if (!view || !svg) return;
		const names = [...svg.querySelectorAll('.diagram-lane-names > *')];
		if (svg !== drawn) strip.replaceChildren(...names.map(chip));
		drawn = svg;
		place(strip, names, stage, view, svg.classList.contains('diagram-rows'));
	};
	const later = oncePerFrame(draw);
	figure.addEventListener(CHANGED, later);
	addEventListener('scroll', later, { passive: true });
	addEventListener('resize', later, { passive: true });
	later();
}

function chip(name: Element): HTMLElement {
	const made = document.createElement('span');
	const full = name.querySelector('title')?.textContent;
	const lines = [...name.querySelectorAll('tspan, text:not(:has(tspan))')].map(
		(line) => line.textContent ?? '',
	);
	made.textContent = full ?? (lines.length > 0 ? joined(lines) : name.textContent);
	return made;
}

/** Broken lines as one text: Chinese was broken without a space, words with one. */
export function joined(lines: readonly string[]): string {
	return lines.reduce((text, line) =>
		/[\p{Script=Han}、，（）]$/u.test(text) || /^[\p{Script=Han}、，（）]/u.test(line)
			? text + line
			: `${text} ${line}`,
	);
}

function place(
	strip: HTMLElement,
	names: readonly Element[],
	stage: HTMLElement,
	view: HTMLElement,
	rows: boolean,
): void {
	const from = stage.getBoundingClientRect();
	const frame = view.getBoundingClientRect();
	const header = document.fullscreenElement ? 0 : (document.querySelector('.site-header')?.clientHeight ?? 0);
	const upper = Math.max(frame.top, header);
	const areas = [...(names[0]?.closest('.diagram-lanes')?.querySelectorAll('rect') ?? [])].map((area) =>
		area.getBoundingClientRect(),
	);
	for (const [at, name] of names.entries()) {
		const label = strip.children[at];
		if (!(label instanceof HTMLElement)) continue;
		const box = name.getBoundingClientRect();
		const middle = (box.left + box.right) / 2;
		const lane = rows ? laneAround((box.top + box.bottom) / 2, areas) : box;
		const top = rows ? Math.max(lane.top, upper) : upper;
		const outOfSight = rows ? box.right < frame.left + 4 : box.bottom < upper + 4;
		const inFrame = rows
			? Math.min(lane.bottom, frame.bottom) - top > ROOM
			: middle > frame.left && middle < frame.right && frame.bottom - upper > ROOM;
		label.hidden = !(outOfSight && inFrame);
		label.style.left = `${(rows ? frame.left + 6 : middle) - from.left}px`;
		label.style.top = `${top + 5 - from.top}px`;
		label.style.translate = rows ? 'none' : '-50% 0';
	}
}

/** The flattest of the areas around a height: the lane itself, not the frame around all. */
function laneAround(height: number, areas: readonly DOMRect[]): { top: number; bottom: number } {
	let best: DOMRect | undefined;
	for (const area of areas) {
		if (area.top > height || area.bottom < height) continue;
		if (!best || area.height < best.height) best = area;
	}
	return best ?? { top: height, bottom: height };
}
