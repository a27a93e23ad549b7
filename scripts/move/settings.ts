import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import type { ResolvedConfig } from '../../src/model/index.ts';
import type { Move } from './move.ts';

/** A pattern of mainstay.yaml that covers a moved file at its old place and not at its new one. */
export interface StalePattern {
	readonly glob: string;
	/** 1-based; undefined where the text does not show it. */
	readonly line?: number;
	readonly file: string;
}

/** Patterns that name what is moved: they are for their writer to change. */
export async function stalePatterns(config: ResolvedConfig, { files }: Move): Promise<StalePattern[]> {
	if (config.file === undefined) return [];
	const lines = (await readFile(join(config.root, config.file), 'utf8')).split(/\r?\n/);
	const folders = config.sources.map(({ path }) => path.replace(/^\.\/?|\/+$/g, ''));
	const docPath = (path: string): string => {
		const folder = folders.find((each) => each !== '' && path.startsWith(`${each}/`));
		return folder === undefined ? path : path.slice(folder.length + 1);
	};
	const patterns = [
		...config.kinds.map(({ glob }) => ({ glob, nameOf: docPath })),
		...config.mdx.trusted.map((glob) => ({ glob, nameOf: (path: string) => path })),
	];
	return patterns.flatMap(({ glob, nameOf }) => {
		const covers = picomatch(glob, { dot: true });
		const leaves = [...files].some(([from, to]) => covers(nameOf(from)) && !covers(nameOf(to)));
		if (!leaves) return [];
		const index = lines.findIndex((text) => text.includes(glob));
		return [{ glob, file: config.file ?? '', ...(index === -1 ? {} : { line: index + 1 }) }];
	});
}
