/** The part of bpmn-moddle that is used here; the package brings types of the elements, but none of its entry. */
declare module 'bpmn-moddle' {
	/** An element of a BPMN file. Its properties are read by name: files come from anywhere. */
	export interface ModdleElement {
		readonly $type: string;
		readonly $parent?: ModdleElement;
		readonly $attrs?: Readonly<Record<string, unknown>>;
		/** Undefined for elements of vocabularies that nobody declared. */
		get?(name: string): unknown;
		readonly $instanceOf?: (type: string) => boolean;
	}

	export interface ParseResult {
		readonly rootElement: ModdleElement;
		readonly warnings: readonly Error[];
	}

	export class BpmnModdle {
		constructor(packages?: Readonly<Record<string, object>>);
		create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
		fromXML(xml: string): Promise<ParseResult>;
		toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
	}
}
