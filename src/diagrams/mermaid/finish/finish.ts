import { isSafeUrl } from '../../../model/index.ts';
import { FONT_FAMILY } from '../../process/paint.ts';
import { sanitizeElement } from '../sanitize/tree.ts';
import { carried } from '../source.ts';
import { speechOf } from '../speech.ts';
import type { DrawnTemplate } from '../types.ts';
import { parseXml } from '../xml/parse.ts';
import { classesOf, elementsOf, isElement, textOf, type XmlElement } from '../xml/tree.ts';
import { writeXml } from '../xml/write.ts';
import { simplifyOutlines } from './outlines.ts';
import { paintTree } from './paint-tree.ts';
import { unwrapWords } from './plain-text.ts';
import { coloursIn } from './recolour.ts';
import { prefixIds, shrink } from './shrink.ts';
import { finishStyleSheet } from './style-sheet.ts';

export interface FinishOptions {
	/** The id of the drawing's root element. */
	readonly id: string;
	/** Starts all other ids. */
	readonly idPrefix: string;
	readonly title: string;
	/** The fence, whose colours are the author's. */
	readonly source: string;
}

/** Cannot occur in a drawing: XML forbids it, and the writer drops it from texts. */
const HOLE = '\u0001';

/**
 * Turns what mermaid drew into what a page may carry: sanitised, in palette colours, small, with ids of its
 * own and with holes for links. Throws when it is not a drawing with a size.
 */
export function finishDrawing(svg: string, options: FinishOptions): DrawnTemplate {
	const root = sanitizeElement(parseXml(svg));
	if (root?.name !== 'svg') throw new Error('not a drawing');
	const { width, height } = sizeOf(root);
	dropToday(root);
	const own = coloursIn(options.source);
	finishStyleSheet(root, options.id, own);
	paintTree(root, own);
	simplifyOutlines(root);
	shrink(root);
	unwrapWords(root);
	const targets = openLinks(root);
	prefixIds(root, options.idPrefix);
	nameDrawing(root, options, width, height);
	const texts = speechOf(root);
	return { ...cutHoles(writeXml(root), targets), width, height, texts };
}

/** User units of the view box, which mermaid chooses to be pixels. */
function sizeOf(root: XmlElement): { width: number; height: number } {
	const box = (root.attributes.get('viewBox') ?? '').split(/[\s,]+/).map(Number);
	const [width, height] =
		box.length === 4
			? box.slice(2)
			: ['width', 'height'].map((name) => Number.parseFloat(root.attributes.get(name) ?? ''));
	if (!width || !height || !(width > 0 && height > 0 && width < 1e5 && height < 1e5))
		throw new Error('the drawing has no size');
	return { width: Math.ceil(width * 100) / 100, height: Math.ceil(height * 100) / 100 };
}

/** The line at today's date in Gantt charts: a published page has no today. */
function dropToday(root: XmlElement): void {
	for (const element of elementsOf(root)) {
		element.children = element.children.filter(
			(child) => !isElement(child) || !classesOf(child).includes('today'),
		);
	}
}

/** Takes the addresses out of the links; each leaves a hole, where it is a target that may become a link at all. */
function openLinks(root: XmlElement): string[] {
	const targets: string[] = [];
	for (const element of elementsOf(root)) {
		if (element.name !== 'a') continue;
		const href = element.attributes.get('href');
		element.attributes.delete('href');
		const target = href === undefined ? undefined : (carried(href) ?? href);
		if (target === undefined || !isSafeUrl(target)) continue;
		element.attributes.set(HOLE, '');
		targets.push(target);
	}
	return targets;
}

/** Splits the text at the holes; links come in document order, as the targets do. */
function cutHoles(svg: string, holes: readonly string[]): Pick<DrawnTemplate, 'strings' | 'holes'> {
	return { strings: svg.split(` ${HOLE}=""`), holes };
}

function nameDrawing(root: XmlElement, options: FinishOptions, width: number, height: number): void {
	const said = (name: string): string | undefined => {
		const element = root.children.filter(isElement).find((child) => child.name === name);
		const text = element && textOf(element).trim();
		return text === '' ? undefined : text;
	};
	const title: XmlElement = {
		name: 'title',
		attributes: new Map([['id', `${options.idPrefix}-title`]]),
		children: [said('title') ?? options.title],
	};
	const description = said('desc');
	const desc: XmlElement[] =
		description === undefined
			? []
			: [
					{
						name: 'desc',
						attributes: new Map([['id', `${options.idPrefix}-desc`]]),
						children: [description],
					},
				];
	root.children = [
		title,
		...desc,
		...root.children.filter(
			(child) => !isElement(child) || (child.name !== 'title' && child.name !== 'desc'),
		),
	];
	const viewBox = root.attributes.get('viewBox') ?? `0 0 ${width} ${height}`;
	root.attributes.clear();
	const attributes: Record<string, string> = {
		xmlns: 'http://www.w3.org/2000/svg',
		id: options.id,
		class: 'diagram-mermaid',
		viewBox,
		width: String(width),
		height: String(height),
		role: 'group',
		'aria-labelledby': `${options.idPrefix}-title`,
		...(description === undefined ? {} : { 'aria-describedby': `${options.idPrefix}-desc` }),
		'font-family': FONT_FAMILY,
	};
	for (const [name, value] of Object.entries(attributes)) root.attributes.set(name, value);
}
