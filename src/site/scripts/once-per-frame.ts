/** Draws at most once per frame, however often it is asked to. */
export function oncePerFrame(draw: () => void): () => void {
	let waiting = false;
	return () => {
		if (waiting) return;
		waiting = true;
		requestAnimationFrame(() => {
			waiting = false;
			draw();
		});
	};
}
