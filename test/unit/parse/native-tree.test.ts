import { describe, expect, it } from 'vitest';
import { type NativeTree, parseNative } from '../../../src/parse/markdown/native.ts';
import { readNativeTree } from '../../../src/parse/markdown/native-tree.ts';

/** A tree in which one word or byte is another one. */
function changed(at: number, value: number, isByte = false): NativeTree {
	const bytes = parseNative('# A\n\nSee [b](c.md).\n')?.slice() ?? expect.unreachable();
	const view = new DataView(bytes.buffer);
	if (isByte) view.setUint8(at, value);
	else view.setUint32(at, value, true);
	return bytes;
}

/** Where the nodes begin. */
const NODES = new DataView(changed(0, 0).buffer).getUint32(16, true);

describe('the bytes of the compiled parser', () => {
	it('are a tree wherever they lie in a memory', () => {
		const bytes = parseNative('# 甲\n\n见 `b`。\n') ?? expect.unreachable();
		const room = new Uint8Array(bytes.length + 24);
		room.set(bytes, 16);
		const tree = readNativeTree(room.subarray(16, 16 + bytes.length));
		expect(tree).toEqual(readNativeTree(bytes));
		expect(tree?.children.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
	});

	it.each([
		['do not begin like a tree', changed(0, 1)],
		['are a tree of another kind', changed(4, 2)],
		['have nodes of another size', changed(8, 56)],
		['hold a node that remark does not have', changed(NODES + 52 + 4, 200, true)],
		['hold a node of no place', changed(NODES + 52 + 20, 0)],
	])('are left to remark where they %s', (_, bytes) => {
		expect(readNativeTree(bytes)).toBeUndefined();
	});
});
