import type { CompileConfig, DataUse } from '../model/index.ts';

/** Which names mean one data object. */
export interface NameGroups {
	/** Takes a name as it is written. */
	add(name: string): void;
	/**
	 * Joins what two versions of one step call by different names, entry by entry. Lists of different length
	 * say nothing, nor do names that stand in both lists: those are merely in another order.
	 */
	align(original: readonly DataUse[], translated: readonly DataUse[]): void;
	/** The catalogue's key where one of the names is in it, else the first name that was written. */
	keyOf(name: string): string;
	/** Every name that was taken. */
	written(): Iterable<string>;
}

/** Names that differ in case, width or spaces only are one name. */
export function foldName(name: string): string {
	return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Starts with the keys and names of the catalogue; a key wins over another object's name. */
export function nameGroups(catalogue: CompileConfig['dataObjects']): NameGroups {
	const parents = new Map<string, string>();
	const keys = new Map<string, string>();
	const names = new Set<string>();
	const declared = new Set<string>();

	const rootOf = (folded: string): string => {
		const parent = parents.get(folded);
		return parent === undefined ? folded : rootOf(parent);
	};
	const add = (name: string): void => {
		names.add(name);
		const root = rootOf(foldName(name));
		if (!keys.has(root)) keys.set(root, name);
	};
	const join = (root: string, other: string): void => {
		if (root !== other) parents.set(other, root);
	};
	/** Two objects of the catalogue stay two, whatever a translation calls them. */
	const joinNames = (root: string, other: string): void => {
		if (!declared.has(other)) join(root, other);
		else if (!declared.has(root)) join(other, root);
	};

	for (const key of catalogue.keys()) {
		add(key);
		declared.add(foldName(key));
	}
	for (const [key, { name }] of catalogue) {
		for (const other of Object.values(name)) {
			const folded = foldName(other);
			if (!keys.has(rootOf(folded))) join(foldName(key), folded);
			names.add(other);
		}
	}

	return {
		add,
		keyOf: (name) => keys.get(rootOf(foldName(name))) ?? name,
		written: () => names,
		align: (original, translated) => {
			for (const { object } of translated) names.add(object);
			if (original.length === translated.length) {
				const mine = new Set(original.map(({ object }) => foldName(object)));
				const theirs = new Set(translated.map(({ object }) => foldName(object)));
				for (const [index, { object }] of original.entries()) {
					const here = foldName(object);
					const there = foldName(translated[index]?.object ?? object);
					if (theirs.has(here) || mine.has(there)) continue;
					joinNames(rootOf(here), rootOf(there));
				}
			}
			for (const { object } of translated) add(object);
		},
	};
}
