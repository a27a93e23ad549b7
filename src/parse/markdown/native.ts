import { createRequire } from 'node:module';
import type { Nodes, Parents, Root, Text } from 'mdast';
import { DEEPEST } from './bombs.ts';
import { readNativeTree } from './native-tree.ts';
import { isReadAlike, mayBeReadAlike, sliceOf } from './read-alike.ts';

const PLAIN = { frontmatter: false };
const WITH_DIRECTIVES = { frontmatter: false, directive: true };

/** Characters; some texts cost this parser the square of their length, and nothing can stop it half way. */
const LONGEST = 64 * 1024;

type Library = Pick<typeof import('satteri'), 'createMdastHandle' | 'dropHandle' | 'serializeHandle'>;

let loaded: Library | undefined | null;

/** Loaded with the first text; null where the machine has no build of it. */
function library(): Library | null {
	if (loaded === undefined) {
		try {
			loaded = createRequire(import.meta.url)('satteri') as Library;
		} catch {
			loaded = null;
		}
	}
	return loaded;
}

/** A tree in the parser's own bytes, which can go to another thread as they are. */
export type NativeTree = Uint8Array<ArrayBuffer>;

/**
 * What the compiled parser makes of a Markdown text, in a tenth of remark's time; undefined where the two may differ, so
 * that the caller lets remark read the text. What it holds of a text is freed when the event loop turns: a long run must
 * let it.
 */
export function parseNative(body: string): NativeTree | undefined {
	if (body.length > LONGEST || !mayBeReadAlike(body)) return undefined;
	const native = library();
	if (!native) return undefined;
	const handle = native.createMdastHandle(body, body.includes(':::') ? WITH_DIRECTIVES : PLAIN);
	try {
		return native.serializeHandle(handle) as NativeTree;
	} finally {
		native.dropHandle(handle);
	}
}

/**
 * The tree that remark with our grammar makes of a text, from what {@link parseNative} made of it; undefined where remark
 * may make another. In what they differ was found by comparing their trees, positions included, over millions of texts.
 */
export function readNative(body: string, parsed = parseNative(body)): Root | undefined {
	const tree = parsed && readNativeTree(parsed);
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
