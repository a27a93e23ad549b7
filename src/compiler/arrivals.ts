import type { NativeTree } from '../parse/index.ts';
import type { FileReading, ReadingsAhead } from '../sources/index.ts';
import { type PackedTrees, unpackTrees } from './packed-trees.ts';

/** Some of the documents of a folder, by absolute path, with their trees where these were made at once. */
export interface Readings {
	readonly files: readonly (readonly [path: string, reading: FileReading])[];
	readonly trees?: PackedTrees;
}

/** What a worker has read of a folder and is still to read. */
export interface Arrivals {
	/** Once for each file. */
	readonly readings: ReadingsAhead;
	/** Documents below a folder (absolute) are on their way. */
	expect(folder: string): void;
	arrive(part: Readings): void;
	/** No more will come. */
	end(): void;
	/** The tree of a text by its hash, once; `made` is false where none has come. */
	takeTree(hash: string): { readonly made: boolean; readonly tree?: NativeTree };
	/** Whether the worker holds the text of this hash, which it does until it is first asked about it. */
	takeText(hash: string): boolean;
}

export function arrivalsOf(): Arrivals {
	const read = new Map<string, FileReading>();
	const trees = new Map<string, NativeTree | undefined>();
	const held = new Set<string>();
	let below: string | undefined;
	const waiting: (() => void)[] = [];
	const wake = (): void => {
		for (const go of waiting.splice(0)) go();
	};
	const get: ReadingsAhead['get'] = (path) => {
		const reading = read.get(path);
		if (reading) {
			read.delete(path);
			return reading;
		}
		if (below === undefined || !path.startsWith(below)) return undefined;
		return new Promise<void>((go) => waiting.push(go)).then(() => get(path));
	};
	return {
		readings: { get },
		expect: (folder) => {
			below = `${folder}/`;
		},
		arrive: ({ files, trees: packed }) => {
			const made = packed && unpackTrees(packed);
			for (const [index, [path, reading]] of files.entries()) {
				read.set(path, reading);
				if (!('hash' in reading)) continue;
				if (made) trees.set(reading.hash, made[index]);
				else held.add(reading.hash);
			}
			wake();
		},
		end: () => {
			below = undefined;
			wake();
		},
		takeTree: (hash) => {
			const tree = trees.get(hash);
			return { made: trees.delete(hash), ...(tree && { tree }) };
		},
		takeText: (hash) => held.delete(hash),
	};
}
