import type { Outline } from './outline.ts';

/** The outline with at most that many lines in each section; what is left out is counted, never silently gone. */
export function withAtMost(outline: Outline, lines: number): Outline {
	return {
		...outline,
		sections: outline.sections.map((section) => ({ ...section, lines: section.lines.slice(0, lines) })),
	};
}

/**
 * The most that fits: `render` is tried with as many whole lines per section as `fits` allows, the same number for
 * every section so that a long one does not push out the others. At the least the headings with their counts.
 */
export function fitted<T>(outline: Outline, render: (outline: Outline) => T, fits: (made: T) => boolean): T {
	const all = render(outline);
	if (fits(all)) return all;
	let least = 0;
	let most = Math.max(0, ...outline.sections.map(({ lines }) => lines.length));
	let best = render(withAtMost(outline, 0));
	while (least < most) {
		const middle = Math.ceil((least + most) / 2);
		const made = render(withAtMost(outline, middle));
		if (fits(made)) {
			best = made;
			least = middle;
		} else most = middle - 1;
	}
	return best;
}

export function bytesOf(text: string): number {
	return Buffer.byteLength(text, 'utf8');
}
