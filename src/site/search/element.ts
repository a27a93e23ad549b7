/** Attributes, listeners aside; `undefined` and `false` leave one out. */
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Makes an element. Strings become text nodes, never markup. */
export function element<T extends keyof HTMLElementTagNameMap>(
	tag: T,
	attributes: Attributes = {},
	...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[T] {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
	}
	made.append(...children.filter((child) => child !== undefined));
	return made;
}

/** Text with some of it marked. */
export function marked(text: string, marks: readonly (readonly [number, number])[]): DocumentFragment {
	const fragment = document.createDocumentFragment();
	let at = 0;
	for (const [start, end] of marks) {
		if (start < at) continue;
		fragment.append(text.slice(at, start), element('mark', {}, text.slice(start, end)));
		at = end;
	}
	fragment.append(text.slice(at));
	return fragment;
}
