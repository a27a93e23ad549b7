import { parseXml } from '../xml/parse.ts';
import { writeXml } from '../xml/write.ts';
import { sanitizeElement } from './tree.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const EMPTY = `<svg xmlns="${NAMESPACE}"/>`;

/**
 * Makes an SVG file harmless: no script, handler, embedded HTML, animation of attributes, style import or
 * reference to anything outside the file; ordinary drawings keep their looks. What cannot be read as a
 * drawing becomes an empty one. Never throws.
 */
export function sanitizeSvg(svg: string): string {
	try {
		const root = sanitizeElement(parseXml(svg));
		if (root?.name !== 'svg') return EMPTY;
		const attributes = new Map([['xmlns', NAMESPACE], ...root.attributes]);
		return writeXml({ ...root, attributes });
	} catch {
		return EMPTY;
	}
}
