/** Zoom and pan for drawings. Plain scrolling stays with the page; printing shows the whole. */
interface Place {
	scale: number;
	x: number;
	y: number;
}

const STEP = 1.25;
const MOST = 4;

function wire(figure: HTMLElement): void {
	const views = [...figure.querySelectorAll<HTMLElement>('[data-zoom-view]')];
	const place: Place = { scale: 1, x: 0, y: 0 };
	const shown = (): HTMLElement | undefined => views.find((view) => view.offsetParent !== null);
	const draw = (): void => {
		const svg = shown()?.querySelector('svg');
		if (!svg) return;
		const whole = place.scale === 1 && place.x === 0 && place.y === 0;
		svg.style.transform = whole ? '' : `translate(${place.x}px, ${place.y}px) scale(${place.scale})`;
		svg.style.transformOrigin = '0 0';
		figure.toggleAttribute('data-zoomed', !whole);
	};
	const reset = (): void => {
		Object.assign(place, { scale: 1, x: 0, y: 0 });
		draw();
	};
	const zoom = (factor: number, atX?: number, atY?: number): void => {
		const box = shown()?.getBoundingClientRect();
		if (!box) return;
		const x = atX === undefined ? box.width / 2 : atX - box.left;
		const y = atY === undefined ? box.height / 2 : atY - box.top;
		const scale = Math.min(MOST, Math.max(0.5, place.scale * factor));
		place.x = x - ((x - place.x) * scale) / place.scale;
		place.y = y - ((y - place.y) * scale) / place.scale;
		place.scale = scale;
		draw();
	};
	const pan = (x: number, y: number): void => {
		place.x += x;
		place.y += y;
		draw();
	};
	const actions: Record<string, () => void> = {
		in: () => zoom(STEP),
		out: () => zoom(1 / STEP),
		reset,
		full: () => {
			if (document.fullscreenElement) void document.exitFullscreen();
			else figure.requestFullscreen?.().catch(() => undefined);
		},
	};
	for (const button of figure.querySelectorAll<HTMLElement>('[data-zoom-action]')) {
		button.addEventListener('click', () => actions[button.dataset['zoomAction'] ?? '']?.());
	}
	const keys: Record<string, () => void> = {
		'+': () => zoom(STEP),
		'=': () => zoom(STEP),
		'-': () => zoom(1 / STEP),
		'0': reset,
		ArrowLeft: () => pan(60, 0),
		ArrowRight: () => pan(-60, 0),
		ArrowUp: () => pan(0, 60),
		ArrowDown: () => pan(0, -60),
	};
	figure.addEventListener('keydown', (event) => {
		const key = keys[event.key];
		if (!key || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		key();
	});
	figure.addEventListener(
		'wheel',
		(event) => {
			if (!event.ctrlKey && !event.metaKey) return;
			event.preventDefault();
			zoom(event.deltaY < 0 ? 1.12 : 1 / 1.12, event.clientX, event.clientY);
		},
		{ passive: false },
	);
	for (const view of views) drag(view, pan);
	document.addEventListener('fullscreenchange', reset);
	addEventListener('beforeprint', reset);
}

/** Drags with a mouse or pen; a finger scrolls the box as usual. A drag does not open the link it began on. */
function drag(view: HTMLElement, pan: (x: number, y: number) => void): void {
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
		moved += Math.abs(event.clientX - last.x) + Math.abs(event.clientY - last.y);
		if (moved > 4) pan(event.clientX - last.x, event.clientY - last.y);
		last = { x: event.clientX, y: event.clientY };
	});
	addEventListener('pointerup', () => {
		last = undefined;
	});
	view.addEventListener(
		'click',
		(event) => {
			if (moved > 4) event.preventDefault();
		},
		true,
	);
}

for (const figure of document.querySelectorAll<HTMLElement>('[data-zoom]')) wire(figure);

export {};
