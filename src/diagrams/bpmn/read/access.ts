import type { ModdleElement } from 'bpmn-moddle';

/** A property of an element, undefined where it has none; also for elements of foreign vocabularies. */
export function propertyOf(element: ModdleElement, name: string): unknown {
	return element.get ? element.get(name) : undefined;
}

/** A text, trimmed, with one space where the file has line ends or several; '' when there is none. */
export function textOf(element: ModdleElement, name: string): string {
	const value = propertyOf(element, name);
	return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

/** Child or referred elements of a list property. */
export function listOf(element: ModdleElement, name: string): readonly ModdleElement[] {
	const value = propertyOf(element, name);
	return Array.isArray(value) ? value.filter(isElement) : [];
}

/** A child or referred element. */
export function elementOf(element: ModdleElement, name: string): ModdleElement | undefined {
	const value = propertyOf(element, name);
	return isElement(value) ? value : undefined;
}

export function isElement(value: unknown): value is ModdleElement {
	return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';
}

/** `bpmn:Task` or one of its kinds. */
export function isKindOf(element: ModdleElement, type: string): boolean {
	return element.$instanceOf?.(`bpmn:${type}`) ?? false;
}

/** `userTask` for `bpmn:UserTask`: the name that the file itself uses. */
export function kindOf(element: ModdleElement): string {
	const local = element.$type.slice(element.$type.indexOf(':') + 1);
	return local.charAt(0).toLowerCase() + local.slice(1);
}

/** The paragraphs of an element's documentation. */
export function documentationOf(element: ModdleElement): string[] {
	return listOf(element, 'documentation').flatMap((each) => {
		const text = propertyOf(each, 'text');
		return typeof text === 'string' && text.trim() !== '' ? [text.trim()] : [];
	});
}

/** Elements of our own vocabulary inside an element. */
export function ownElement(element: ModdleElement, type: string): ModdleElement | undefined {
	const extension = elementOf(element, 'extensionElements');
	return extension && listOf(extension, 'values').find((each) => each.$type === `mainstay:${type}`);
}
