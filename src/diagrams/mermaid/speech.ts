import { classesOf, isElement, type XmlElement } from './xml/tree.ts';

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

/** Rows of a text are tspans of their own; words of a row are tspans inside those. */
function linesOf(text: XmlElement): string[] {
	const lines: string[] = [];
	for (const child of text.children) {
		const said = (isElement(child) ? said_(child) : child).replace(/\s+/g, ' ').trim();
		if (said !== '') lines.push(said);
	}
	return lines;
}

function said_(element: XmlElement): string {
	const rows = element.children.filter((child) => isElement(child) && classesOf(child).includes('text-outer-tspan'));
	const parts = element.children.map((child) => (isElement(child) ? said_(child) : child));
	return rows.length > 0 ? join(parts.map((part) => part.trim()).filter(Boolean)) : parts.join('');
}

/** Chinese rows join without a space. */
function join(lines: readonly string[]): string {
	return lines.reduce((text, line) => {
		const glued = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u.test(text) && /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(line);
		return text === '' ? line : text + (glued ? '' : ' ') + line;
	}, '');
}
