import { panBy, zoomBy } from './zoom-view.ts';

/** Drags with a mouse or pen; a finger scrolls the box as usual. A drag does not open the link it began on. */
export function addDrag(view: HTMLElement): void {
	let last: { x: number; y: number } | undefined;
	let moved = 0;
	view.addEventListener('pointerdown', (event) => {
		if (event.pointerType === 'touch' || event.button !== 0) return;
		last = { x: event.clientX, y: event.clientY };
		moved = 0;
	});
	view.addEventListener('dragstart', (event) => event.preventDefault());
	addEventListener('pointermove', (event) => {
		if (!last) return;
		const x = event.clientX - last.x;
		const y = event.clientY - last.y;
		moved += Math.abs(x) + Math.abs(y);
		if (moved > 4) {
			view.toggleAttribute('data-dragged', true);
			panBy(view, x, y);
		}
		last = { x: event.clientX, y: event.clientY };
	});
	const end = (): void => {
		last = undefined;
		view.removeAttribute('data-dragged');
	};
	addEventListener('pointerup', end);
	addEventListener('pointercancel', end);
	view.addEventListener('click', (event) => moved > 4 && event.preventDefault(), true);
}

/** Two fingers zoom the drawing, not the page; one finger scrolls. */
export function addPinch(figure: HTMLElement, view: HTMLElement): void {
	let apart: number | undefined;
	const between = ({ touches }: TouchEvent): { distance: number; clientX: number; clientY: number } => {
		const [a, b] = [touches[0], touches[1]];
		if (!a || !b) return { distance: 0, clientX: 0, clientY: 0 };
		return {
			distance: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
			clientX: (a.clientX + b.clientX) / 2,
			clientY: (a.clientY + b.clientY) / 2,
		};
	};
	view.addEventListener(
		'touchstart',
		(event) => {
			if (event.touches.length !== 2) return;
			event.preventDefault();
			apart = between(event).distance;
		},
		{ passive: false },
	);
	view.addEventListener(
		'touchmove',
		(event) => {
			if (!apart || event.touches.length !== 2) return;
			event.preventDefault();
			const { distance, ...at } = between(event);
			if (distance > 0) zoomBy(figure, distance / apart, at);
			apart = distance;
		},
		{ passive: false },
	);
	view.addEventListener('touchend', () => {
		apart = undefined;
	});
}
