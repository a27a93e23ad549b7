import type { Finding } from '../../src/model/index.ts';
import { checkGraph } from '../../src/rules/index.ts';
import { isFileOf, type Recompiled, recompiled, unsuppressed } from '../fix/recompile.ts';
import type { World } from '../fix/world.ts';
import { type Moved, newPath } from './links.ts';
import type { PlannedText } from './plan.ts';

export interface Comparison {
	readonly before: World;
	readonly after: World;
	/** The changed documents as they will be, by their new path. */
	readonly recompiled: ReadonlyMap<string, Recompiled>;
	readonly texts: readonly PlannedText[];
	readonly moved: Moved;
}

/** Findings after a change that did not exist before: by code, file and value, wherever in the file they stand. */
export function newFindings(
	{ before, after, recompiled: changed, texts, moved }: Comparison,
	asOf: string,
): Finding[] {
	const old = [
		...graphFindings(before, asOf),
		...texts.flatMap(({ file }) => {
			const source = before.sources.get(file);
			return source ? recompiled(source, before.config).findings : [];
		}),
	];
	const fresh = [...graphFindings(after, asOf), ...[...changed.values()].flatMap(({ findings }) => findings)];
	const known = new Map<string, number>();
	for (const finding of old) {
		const key = `${finding.code} ${newPath(finding.file, moved)}`;
		known.set(key, (known.get(key) ?? 0) + 1);
	}
	return fresh.filter(({ code, file }) => {
		const key = `${code} ${file}`;
		const left = known.get(key) ?? 0;
		known.set(key, left - 1);
		return left <= 0;
	});
}

function graphFindings({ graph, config, assets, documents }: World, asOf: string): Finding[] {
	return unsuppressed(checkGraph({ graph, config, assets, asOf, isFile: isFileOf(config.root) }), documents);
}
