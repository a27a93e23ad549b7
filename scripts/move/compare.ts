import type { Finding } from '../../src/model/index.ts';
import { checkGraph } from '../../src/rules/index.ts';
import { isFileOf, type Recompiled, recompiled, unsuppressed } from '../fix/recompile.ts';
import type { World } from '../fix/world.ts';
import { isSameStart, type Moved, newPath } from './links.ts';
import type { PlannedText } from './plan.ts';

export interface Comparison {
	readonly before: World;
	readonly after: World;
	/** The changed documents as they will be, by their new path. */
	readonly recompiled: ReadonlyMap<string, Recompiled>;
	readonly texts: readonly PlannedText[];
	readonly moved: Moved;
}

/**
 * Findings after a change that did not exist before. What a reference causes is told by the reference, which may be
 * written otherwise now; all else by its values, by the files that it is about, and at last by how many there are.
 */
export function newFindings(comparison: Comparison, asOf: string): Finding[] {
	const { before, after, recompiled: changed, texts, moved } = comparison;
	const old = [
		...graphFindings(before, asOf),
		...texts.flatMap(({ file }) => {
			const source = before.sources.get(file);
			return source ? recompiled(source, before.config).findings : [];
		}),
	];
	const fresh = [...graphFindings(after, asOf), ...[...changed.values()].flatMap(({ findings }) => findings)];
	const pathOf = (file: string): string => newPath(file, moved);
	const same = (file: string): string => file;
	let left: readonly [old: readonly Finding[], fresh: readonly Finding[]] = [old, fresh];
	for (const keyOf of [causeOf, filesOf, placeOf]) {
		left = unpaired(left, [
			(finding) => keyOf(finding, before, pathOf),
			(finding) => keyOf(finding, after, same),
		]);
	}
	return [...left[1]];
}

type Key = (finding: Finding, world: World, pathOf: (file: string) => string) => string | undefined;

/** A reference by its number in its document. */
const causeOf: Key = ({ code, file, range, params }, world, pathOf) => {
	const index = referenceAt(world, file, range);
	return `${code} ${pathOf(file)} ${index === undefined ? JSON.stringify(params) : index}`;
};

/** Of two files that go together badly, either may be the one that it is said of. */
const filesOf: Key = ({ code, file, range, related = [] }, world, pathOf) => {
	if (referenceAt(world, file, range) !== undefined || related.length === 0) return undefined;
	const files = [file, ...related.map((each) => each.file)].map(pathOf);
	return `${code} ${[...new Set(files)].sort().join(' ')}`;
};

const placeOf: Key = ({ code, file, range }, world, pathOf) =>
	referenceAt(world, file, range) === undefined ? `${code} ${pathOf(file)}` : undefined;

function referenceAt({ graph }: World, file: string, place: Finding['range']): number | undefined {
	const references = graph.byFile.get(file)?.references ?? [];
	const index = references.findIndex(({ range }) => isSameStart(range, place));
	return index === -1 ? undefined : index;
}

/** What is left when each finding of one list has taken one of the same key out of the other. */
function unpaired<Lists extends readonly [readonly Finding[], readonly Finding[]]>(
	[old, fresh]: Lists,
	[oldKey, freshKey]: readonly [(old: Finding) => string | undefined, (fresh: Finding) => string | undefined],
): readonly [Finding[], Finding[]] {
	const waiting = new Map<string, Finding[]>();
	const without: Finding[] = [];
	for (const finding of old) {
		const key = oldKey(finding);
		if (key === undefined) without.push(finding);
		else if (!waiting.get(key)?.push(finding)) waiting.set(key, [finding]);
	}
	const left = fresh.filter((finding) => waiting.get(freshKey(finding) ?? '')?.shift() === undefined);
	return [[...without, ...[...waiting.values()].flat()], left];
}

function graphFindings({ graph, config, assets, documents }: World, asOf: string): Finding[] {
	return unsuppressed(checkGraph({ graph, config, assets, asOf, isFile: isFileOf(config.root) }), documents);
}
