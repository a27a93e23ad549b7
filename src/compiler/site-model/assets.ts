import { resolve } from 'node:path';
import type { AssetCopy } from '../../model/index.ts';

/** Collects the assets that pages refer to: only those are published. */
export interface AssetRegistry {
	/** Address below the base for a path relative to the root. */
	use(path: string): string;
	copies(): readonly AssetCopy[];
}

export function createAssetRegistry(root: string): AssetRegistry {
	const used = new Set<string>();
	return {
		use: (path) => {
			used.add(path);
			return `/assets/${path.split('/').map(encodeURIComponent).join('/')}`;
		},
		copies: () => [...used].sort().map((path) => ({ from: resolve(root, path), to: `assets/${path}` })),
	};
}
