import { createRequire } from 'node:module';
import type { Nodes, Parents, Root, Text } from 'mdast';
import type { markdownToMdast } from 'satteri';
import { DEEPEST } from './bombs.ts';
import { isReadAlike, mayBeReadAlike, sliceOf } from './read-alike.ts';

const PLAIN = { features: { frontmatter: false } };
const WITH_DIRECTIVES = { features: { frontmatter: false, directive: true } };

/** Characters; some texts cost this parser the square of their length, and nothing can stop it half way. */
const LONGEST = 64 * 1024;

let parser: typeof markdownToMdast | undefined | null;

/** Loaded with the first text; null where the machine has no build of it. */
function loadParser(): typeof markdownToMdast | null {
	if (parser === undefined) {
		try {
			parser = (createRequire(import.meta.url)('satteri') as typeof import('satteri')).markdownToMdast;
		} catch {
			parser = null;
		}
	}
	return parser;
}

/**
 * The tree that remark with our grammar makes of a Markdown text, made by a compiled parser in a tenth of the time;
 * undefined where the two may differ, so that the caller lets remark read the text. In what they differ was found by
 * comparing their trees, positions included, over millions of texts. What the parser holds of a text is freed when the
 * event loop turns: a long run must let it.
 */
export function readNative(body: string): Root | undefined {
	if (body.length > LONGEST || !mayBeReadAlike(body)) return undefined;
	const parse = loadParser();
	const tree = parse?.(body, body.includes(':::') ? WITH_DIRECTIVES : PLAIN) as Root | undefined;
	return tree && settle(tree, body, 0) ? tree : undefined;
}

/** Makes text of what is no directive of ours. False at the first node that remark may read otherwise. */
function settle(parent: Parents, body: string, depth: number): boolean {
	// Too deep for any page: the walk says so.
	if (depth > 2 * DEEPEST) return true;
	let marks = 0;
	for (const child of parent.children as Nodes[]) {
		if (!isReadAlike(child, parent, body)) return false;
		if (child.type === 'textDirective') marks++;
		else if ('children' in child && !settle(child, body, depth + 1)) return false;
	}
	if (marks === 0) return true;
	(parent.children as Nodes[]) = joinText(parent.children as Nodes[], body);
	return parent.children.every((child) => child.type !== 'text' || isReadAlike(child, parent, body));
}

/** `10:30` in a sentence reads as a directive named 30. */
function joinText(children: readonly Nodes[], body: string): Nodes[] {
	const joined: Nodes[] = [];
	for (const child of children) {
		const text = child.type === 'textDirective' ? textOf(child, body) : child;
		const last = joined.at(-1);
		if (text.type === 'text' && last?.type === 'text' && last.position && text.position) {
			last.value += text.value;
			last.position = { start: last.position.start, end: text.position.end };
		} else joined.push(text);
	}
	return joined;
}

function textOf(node: Nodes, body: string): Text {
	return { type: 'text', value: sliceOf(node, body), ...(node.position && { position: node.position }) };
}
