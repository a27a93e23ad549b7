import type { NativeTree } from '../parse/index.ts';

/** One entry for each text, in their order; none where only the thread that compiles the document can tell. */
export type Trees = readonly (NativeTree | undefined)[];

/**
 * Trees on their way between threads, one behind the other in one memory: a memory each would be ten times as many
 * things to hand over. `ends` are in bytes; a tree that begins where it ends is none.
 */
export interface PackedTrees {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly ends: readonly number[];
}

/** Copies trees into one memory, each where whole words begin. */
export function packTrees(trees: Trees): PackedTrees {
	const size = trees.reduce((sum, tree) => sum + wholeWords(tree?.length ?? 0), 0);
	const bytes = new Uint8Array(size);
	let end = 0;
	const ends = trees.map((tree) => {
		if (!tree) return end;
		bytes.set(tree, end);
		end += wholeWords(tree.length);
		return end;
	});
	return { bytes, ends };
}

/** The other way round. */
export function unpackTrees({ bytes, ends }: PackedTrees): Trees {
	return ends.map((end, index) => {
		const start = ends[index - 1] ?? 0;
		return end === start ? undefined : bytes.subarray(start, end);
	});
}

/** Bytes rounded up to words of eight. */
function wholeWords(bytes: number): number {
	return Math.ceil(bytes / 8) * 8;
}
