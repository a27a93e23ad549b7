/** A parsed element: what a sanitiser can walk without a DOM. */
export interface XmlElement {
	readonly name: string;
	readonly attributes: Map<string, string>;
	children: XmlNode[];
}

export type XmlNode = XmlElement | string;

export function isElement(node: XmlNode): node is XmlElement {
	return typeof node !== 'string';
}

/** Every element below and including `root`, in document order. */
export function* elementsOf(root: XmlElement): Generator<XmlElement> {
	yield root;
	for (const child of root.children) if (isElement(child)) yield* elementsOf(child);
}

/** All text below an element. */
export function textOf(element: XmlElement): string {
	return element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');
}

/** The element's classes. */
export function classesOf(element: XmlElement): readonly string[] {
	return (element.attributes.get('class') ?? '').split(/\s+/).filter(Boolean);
}
