/** Drags with a mouse or pen; a finger scrolls the box as usual. A drag does not open the link it began on. */
export function addDrag(view: HTMLElement, pan: (x: number, y: number) => void): void {
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
		if (moved > 4) pan(x, y);
		last = { x: event.clientX, y: event.clientY };
	});
	addEventListener('pointerup', () => {
		last = undefined;
	});
	view.addEventListener('click', (event) => moved > 4 && event.preventDefault(), true);
}
