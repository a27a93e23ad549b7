/**
 * Mends in the finished DOM what mermaid leaves crooked without HTML labels, and returns the drawing as XML.
 * The DOM needs the geometry of `installGeometry`; the page is empty afterwards.
 */
export function redraw(page: Document, svg: string): string {
	page.body.innerHTML = svg;
	const drawing = page.body.querySelector('svg');
	if (!drawing) throw new Error('not a drawing');
	for (const foreign of drawing.querySelectorAll('foreignObject')) replaceForeign(foreign);
	const kind = drawing.getAttribute('aria-roledescription') ?? '';
	if (/^(?:stateDiagram|usecase)/.test(kind)) {
		for (const label of drawing.querySelectorAll('.node > .label, .node > g > .label'))
			centreLabel(label as SVGGElement);
	}
	showSpaces(drawing);
	const text = new XMLSerializer().serializeToString(drawing);
	page.body.replaceChildren();
	return text;
}

/** Labels with a least width hang at its left end; nodes have their centre at 0. */
function centreLabel(label: SVGGElement): void {
	const texts = label.querySelectorAll('text');
	const place = /^translate\(\s*(-?[\d.]+)[\s,]+(-?[\d.]+)\s*\)$/.exec(label.getAttribute('transform') ?? '');
	const [text] = texts;
	if (!text || texts.length > 1 || !place) return;
	const box = text.getBBox();
	if (box.width === 0) return;
	label.setAttribute('transform', `translate(${-(box.x + box.width / 2)}, ${place[2]})`);
}

/** An HTML label becomes lines of text in the middle of its box. */
function replaceForeign(foreign: Element): void {
	const number = (name: string): number => Number.parseFloat(foreign.getAttribute(name) ?? '0') || 0;
	const lines = linesOf(foreign);
	const size = 14;
	const pitch = 18;
	const x = number('x') + number('width') / 2;
	const y = number('y') + number('height') / 2 - ((lines.length - 1) * pitch) / 2 + size * 0.36;
	const text = foreign.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'text');
	text.setAttribute('text-anchor', 'middle');
	text.setAttribute('font-size', String(size));
	lines.forEach((line, index) => {
		const row = foreign.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'tspan');
		row.setAttribute('x', String(x));
		row.setAttribute('y', String(y + index * pitch));
		if (line.bold) row.setAttribute('font-weight', '600');
		row.textContent = line.text;
		text.append(row);
	});
	foreign.replaceWith(text);
}

interface Line {
	text: string;
	bold: boolean;
}

function linesOf(element: Element): Line[] {
	const lines: Line[] = [{ text: '', bold: false }];
	const visit = (node: Node, bold: boolean): void => {
		const name = node.nodeName.toLowerCase();
		if (name === 'br') lines.push({ text: '', bold: false });
		if (node.nodeType === 3) {
			(node.textContent ?? '').split('\n').forEach((part, index) => {
				if (index > 0) lines.push({ text: '', bold });
				const last = lines.at(-1);
				if (last) Object.assign(last, { text: last.text + part, bold: last.bold || bold });
			});
		}
		for (const child of node.childNodes) visit(child, bold || name === 'b' || name === 'strong');
	};
	visit(element, false);
	return lines
		.map(({ text, bold }) => ({ text: text.replace(/\s+/g, ' ').trim(), bold }))
		.filter(({ text }) => text !== '');
}

/** A space written as `&nbsp;` is escaped twice on its way into a text. */
function showSpaces(element: Element): void {
	for (const node of element.childNodes) {
		if (node.nodeType === 1) showSpaces(node as Element);
		else if (node.nodeType === 3 && node.textContent?.includes('&nbsp;')) {
			node.textContent = node.textContent.replaceAll('&nbsp;', '\u00a0');
		}
	}
}
