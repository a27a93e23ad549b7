import type { Link, Parent, PhrasingContent } from 'mdast';

/** Punctuation that ends an address in a Chinese sentence, where no space does. */
const END = /[，。；：、！？）】》」』”’（【《「『“‘…　]/;

/**
 * Cuts bare addresses at Chinese punctuation. GitHub's rule knows only spaces and ASCII, so that in
 * `见 https://example.com，然后重启` everything to the next space would be the link.
 */
export function cutAutolinks(parent: Parent, text: string): void {
	for (let index = 0; index < parent.children.length; index++) {
		const node = parent.children[index];
		if (node?.type !== 'link') continue;
		const start = node.position?.start;
		const label = node.children[0];
		if (start?.offset === undefined || label?.type !== 'text' || !node.position) continue;
		if (/[[<]/.test(text.charAt(start.offset))) continue;
		const cut = label.value.search(END);
		if (cut <= 0) continue;
		parent.children.splice(index, 1, ...parts(node, label.value, cut));
	}
}

function parts(node: Link, label: string, cut: number): PhrasingContent[] {
	const position = node.position;
	if (!position) return [node];
	const at = {
		line: position.start.line,
		column: position.start.column + cut,
		offset: (position.start.offset ?? 0) + cut,
	};
	const before = { start: position.start, end: at };
	const rest = label.slice(cut);
	const prefix = node.url.slice(0, Math.max(0, node.url.length - label.length));
	return [
		{
			...node,
			url: prefix + label.slice(0, cut),
			position: before,
			children: [{ type: 'text', value: label.slice(0, cut), position: before }],
		},
		{ type: 'text', value: rest, position: { start: at, end: position.end } },
	];
}
