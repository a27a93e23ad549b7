import { isElement, type XmlElement } from './xml/tree.ts';

/**
 * What a drawing says, in document order: one entry per `<text>` (its lines joined), without repetitions
 * and without bare numbers of axes.
 */
export function speechOf(svg: XmlElement): readonly string[] {
	const texts = new Set<string>();
	const visit = (element: XmlElement): void => {
		if (element.name === 'text') {
			const text = join(linesOf(element));
			if (/\p{L}/u.test(text)) texts.add(text);
			return;
		}
		if (element.name === 'title' || element.name === 'desc' || element.name === 'style') return;
		for (const child of element.children) if (isElement(child)) visit(child);
	};
	visit(svg);
	return [...texts];
}

/** A tspan that is moved begins a row; words of a row are tspans inside it. */
function linesOf(text: XmlElement): string[] {
	const lines = [''];
	const visit = (element: XmlElement): void => {
		for (const child of element.children) {
			if (!isElement(child)) {
				lines.push((lines.pop() ?? '') + child);
				continue;
			}
			if (['x', 'y', 'dy'].some((name) => child.attributes.has(name))) lines.push('');
			visit(child);
		}
	};
	visit(text);
	return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Chinese rows join without a space. */
function join(lines: readonly string[]): string {
	return lines.reduce((text, line) => {
		const glued =
			/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u.test(text) &&
			/^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(line);
		return text === '' ? line : text + (glued ? '' : ' ') + line;
	}, '');
}
