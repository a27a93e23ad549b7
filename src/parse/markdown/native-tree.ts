import type { AlignType, Nodes, Parents, Root } from 'mdast';

/**
 * Reads the compiled parser's own bytes into an mdast tree: what its own reader makes of them, in half the time, since
 * no string but those of nodes is decoded and each node is made in one piece. Source: `arena-layout.js` and `layout.js`
 * of satteri 0.10, which its Rust side is compiled against; numbers are little-endian, 32 bits unless said otherwise.
 */

/** Bytes that a header begins with: `MDAR`, then the kind of tree. */
const MAGIC = 0x5241444d;
const KIND_MDAST = 1;

/** Words of the header, by their byte. */
const HEADER = {
	kind: 4,
	nodeSize: 8,
	nodes: 16,
	children: 24,
	data: 32,
	strings: 40,
	extraCount: 44,
	extras: 48,
} as const;

/** Words of a node, by their byte; its type is a single one. */
const NODE = { type: 4, start: 12, childrenStart: 36, childrenCount: 40, data: 44, dataLength: 48 } as const;
const NODE_SIZE = 52;

const LABELS = ['shortcut', 'collapsed', 'full'] as const;
const ALIGNMENTS: readonly AlignType[] = [null, 'left', 'right', 'center'];

/** A tree in bytes, with where its parts begin. */
interface Bytes {
	readonly view: DataView;
	readonly buffer: Buffer;
	readonly nodes: number;
	readonly children: number;
	readonly data: number;
	readonly strings: number;
}

type Position = NonNullable<Nodes['position']>;

/** The tree; undefined where the bytes are laid out in another way, or hold a node that no remark tree has. */
export function readNativeTree(bytes: Uint8Array<ArrayBuffer>): Root | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const word = (at: number): number => view.getUint32(at, true);
	if (word(0) !== MAGIC || word(HEADER.kind) !== KIND_MDAST || word(HEADER.nodeSize) !== NODE_SIZE) return;
	const tree = {
		view,
		buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
		nodes: word(HEADER.nodes),
		children: word(HEADER.children),
		data: word(HEADER.data),
		strings: word(HEADER.strings),
	};
	const root = nodeAt(tree, 0);
	if (root?.type !== 'root') return;
	const extras = word(HEADER.extraCount) > 0 ? readExtras(tree) : undefined;
	return fill(tree, root, extras) ? root : undefined;
}

/** Level by level, so that no depth is too deep. False at a node that is none of remark's. */
function fill(tree: Bytes, root: Root, extras: ReadonlyMap<number, object> | undefined): boolean {
	const { view } = tree;
	const parents: Parents[] = [root];
	const places: number[] = [tree.nodes];
	for (let index = 0; index < parents.length; index++) {
		const children = parents[index]?.children as Nodes[];
		const parent = places[index] ?? 0;
		const count = view.getUint32(parent + NODE.childrenCount, true);
		let at = tree.children + 4 * view.getUint32(parent + NODE.childrenStart, true);
		for (let left = count; left > 0; left--, at += 4) {
			const id = view.getUint32(at, true);
			const node = nodeAt(tree, id);
			if (!node) return false;
			const extra = extras?.get(id);
			if (extra) node.data = extra;
			children.push(node);
			if (!('children' in node)) continue;
			parents.push(node);
			places.push(tree.nodes + id * NODE_SIZE);
		}
	}
	return true;
}

/** A node without its children; undefined for types that remark does not know, and where the source has no such place. */
function nodeAt(tree: Bytes, id: number): Nodes | undefined {
	const at = tree.nodes + id * NODE_SIZE;
	const position = positionAt(tree.view, at + NODE.start);
	return position && MAKERS[tree.view.getUint8(at + NODE.type)]?.(position, tree, at);
}

type Maker = (position: Position, tree: Bytes, at: number) => Nodes;

/** By type. What follows the place is read from where the node's own data begin. */
const MAKERS: Readonly<Record<number, Maker>> = {
	0: (position) => ({ type: 'root', position, children: [] }),
	1: (position) => ({ type: 'paragraph', position, children: [] }),
	2: (position, tree, at) => ({
		type: 'heading',
		position,
		depth: (byteOf(tree, at, 0) ?? 1) as 1,
		children: [],
	}),
	3: (position) => ({ type: 'thematicBreak', position }),
	4: (position) => ({ type: 'blockquote', position, children: [] }),
	5: (position, tree, at) => {
		const ordered = byteOf(tree, at, 4) !== 0;
		const start = ordered ? tree.view.getUint32(dataOf(tree, at), true) : null;
		return { type: 'list', position, ordered, start, spread: byteOf(tree, at, 5) !== 0, children: [] };
	},
	6: (position, tree, at) => {
		const mark = byteOf(tree, at, 0);
		const checked = mark === 2 ? null : mark === 1;
		return { type: 'listItem', position, spread: byteOf(tree, at, 1) !== 0, checked, children: [] };
	},
	7: (position, tree, at) => ({ type: 'html', position, value: stringOf(tree, at, 0) }),
	8: (position, tree, at) => ({
		type: 'code',
		position,
		lang: stringOf(tree, at, 0) || null,
		meta: stringOf(tree, at, 8) || null,
		value: stringOf(tree, at, 16),
	}),
	9: (position, tree, at) => ({
		type: 'definition',
		position,
		url: stringOf(tree, at, 0),
		title: stringOf(tree, at, 8) || null,
		identifier: stringOf(tree, at, 16),
		label: stringOf(tree, at, 24),
	}),
	10: (position, tree, at) => ({ type: 'text', position, value: stringOf(tree, at, 0) }),
	11: (position) => ({ type: 'emphasis', position, children: [] }),
	12: (position) => ({ type: 'strong', position, children: [] }),
	13: (position, tree, at) => ({ type: 'inlineCode', position, value: stringOf(tree, at, 0) }),
	14: (position) => ({ type: 'break', position }),
	15: (position, tree, at) => ({
		type: 'link',
		position,
		url: stringOf(tree, at, 0),
		title: stringOf(tree, at, 8) || null,
		children: [],
	}),
	16: (position, tree, at) => ({
		type: 'image',
		position,
		url: stringOf(tree, at, 0),
		alt: stringOf(tree, at, 8),
		title: stringOf(tree, at, 16) || null,
	}),
	17: (position, tree, at) => ({
		type: 'linkReference',
		position,
		identifier: stringOf(tree, at, 0),
		label: stringOf(tree, at, 8),
		referenceType: LABELS[byteOf(tree, at, 16) ?? 0] ?? 'shortcut',
		children: [],
	}),
	18: (position, tree, at) => ({
		type: 'imageReference',
		position,
		identifier: stringOf(tree, at, 0),
		label: stringOf(tree, at, 8),
		referenceType: LABELS[byteOf(tree, at, 16) ?? 0] ?? 'shortcut',
		alt: stringOf(tree, at, 20),
	}),
	19: (position, tree, at) => ({
		type: 'footnoteDefinition',
		position,
		identifier: stringOf(tree, at, 0),
		label: stringOf(tree, at, 8),
		children: [],
	}),
	20: (position, tree, at) => ({
		type: 'footnoteReference',
		position,
		identifier: stringOf(tree, at, 0),
		label: stringOf(tree, at, 8),
	}),
	21: (position, tree, at) => ({ type: 'table', position, align: alignmentsAt(tree, at), children: [] }),
	22: (position) => ({ type: 'tableRow', position, children: [] }),
	23: (position) => ({ type: 'tableCell', position, children: [] }),
	24: (position) => ({ type: 'delete', position, children: [] }),
	30: (position, tree, at) => ({
		type: 'containerDirective',
		position,
		name: stringOf(tree, at, 0),
		attributes: attributesAt(tree, at),
		children: [],
	}),
	31: (position, tree, at) => ({
		type: 'leafDirective',
		position,
		name: stringOf(tree, at, 0),
		attributes: attributesAt(tree, at),
		children: [],
	}),
	32: (position, tree, at) => ({
		type: 'textDirective',
		position,
		name: stringOf(tree, at, 0),
		attributes: attributesAt(tree, at),
		children: [],
	}),
};

/** Where a node stands; undefined for one that the parser has made of nothing: lines are counted from 1. */
function positionAt(view: DataView, at: number): Position | undefined {
	const line = view.getUint32(at + 8, true);
	if (line === 0) return undefined;
	return {
		start: { line, column: view.getUint32(at + 12, true), offset: view.getUint32(at, true) },
		end: {
			line: view.getUint32(at + 16, true),
			column: view.getUint32(at + 20, true),
			offset: view.getUint32(at + 4, true),
		},
	};
}

/** Where the data of a node begin. */
function dataOf({ view, data }: Bytes, at: number): number {
	return data + view.getUint32(at + NODE.data, true);
}

/** A byte of a node's data; undefined beyond their end. */
function byteOf(tree: Bytes, at: number, offset: number): number | undefined {
	if (offset >= tree.view.getUint32(at + NODE.dataLength, true)) return undefined;
	return tree.view.getUint8(dataOf(tree, at) + offset);
}

/** A text that a node's data refer to, by place and length in bytes; empty where they end before. */
function stringOf(tree: Bytes, at: number, offset: number): string {
	if (offset + 8 > tree.view.getUint32(at + NODE.dataLength, true)) return '';
	return stringAt(tree, dataOf(tree, at) + offset);
}

function stringAt({ view, buffer, strings }: Bytes, at: number): string {
	const start = strings + view.getUint32(at, true);
	return buffer.toString('utf8', start, start + view.getUint32(at + 4, true));
}

function alignmentsAt(tree: Bytes, at: number): AlignType[] {
	const start = dataOf(tree, at);
	const count = tree.view.getUint32(start, true);
	return Array.from(
		{ length: count },
		(_, index) => ALIGNMENTS[tree.view.getUint8(start + 4 + index)] ?? null,
	);
}

/** Behind the name and how many there are: name and value of each. */
function attributesAt(tree: Bytes, at: number): Record<string, string> {
	const start = dataOf(tree, at);
	const attributes: Record<string, string> = {};
	let left = tree.view.getUint32(start + 8, true);
	for (let place = start + 16; left > 0; left--, place += 16) {
		attributes[stringAt(tree, place)] = stringAt(tree, place + 8);
	}
	return attributes;
}

/** What some nodes have beside their own data, as JSON: number of the node, length in bytes, text. */
function readExtras({ view, buffer }: Bytes): Map<number, object> {
	const extras = new Map<number, object>();
	let at = view.getUint32(HEADER.extras, true);
	for (let left = view.getUint32(HEADER.extraCount, true); left > 0; left--) {
		const start = at + 8;
		const end = start + view.getUint32(at + 4, true);
		const extra: unknown = JSON.parse(buffer.toString('utf8', start, end));
		if (extra && typeof extra === 'object' && Object.keys(extra).length > 0) {
			extras.set(view.getUint32(at, true), extra);
		}
		at = end;
	}
	return extras;
}
