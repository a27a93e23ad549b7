import { applyEdits, type Fix, proposeFixes } from '../../src/fixes/index.ts';
import {
	comparePoints,
	compareTexts,
	type Document,
	type Finding,
	type TextEdit,
} from '../../src/model/index.ts';
import { checkGraph, rules } from '../../src/rules/index.ts';
import { contextOf } from './context.ts';
import { isFileOf, type Recompiled, recompiled, unsuppressed } from './recompile.ts';
import { type World, worldOf } from './world.ts';

/** A finding that was mended, and by what. */
export interface Mended {
	readonly finding: Finding;
	readonly edits: readonly TextEdit[];
	/** The text in which the finding and the edits have their places. */
	readonly text: string;
}

export interface Mending {
	readonly mended: readonly Mended[];
	/** Path → text, for every file that changes. */
	readonly texts: ReadonlyMap<string, string>;
	/** Still to be mended when the rounds were used up. */
	readonly exhausted: boolean;
}

export interface MendOptions {
	readonly asOf: string;
	/** Old path → present path. */
	readonly renames: ReadonlyMap<string, string>;
	/** Findings that nobody wants mended: rules that are off, suppressed places. */
	readonly isWanted?: (finding: Finding) => boolean;
	readonly rounds?: number;
}

/** One fix makes room for the next: a mended date gives a log the year of its id. More than a few would be a mistake. */
const ROUNDS = 8;

/**
 * Codes that a mended document may newly have: what is wrong with a value shows once its key is right. Any
 * other new finding means that the fix misunderstood, and it is taken back.
 */
const UNCOVERED: ReadonlySet<string> = new Set(['MS103', 'MS106']);

const GRAPH_CODES: ReadonlySet<string> = new Set(
	rules.filter(({ scope }) => scope === 'graph').map(({ code }) => code),
);

/** Mends in memory, round after round, until nothing more can be. No file is touched. */
export function mend(start: World, findings: readonly Finding[], options: MendOptions): Mending {
	const { isWanted = () => true, rounds = ROUNDS } = options;
	const mended: Mended[] = [];
	const refused = new Set<string>();
	let world = start;
	let left = findings.filter(isWanted);
	let isDone = false;
	for (let round = 0; round < rounds && !isDone; round++) {
		const tried = inOrder(left.filter((finding) => !refused.has(keyOf(finding))));
		const changed = new Map<string, Recompiled>();
		const byFile = Map.groupBy(
			proposeFixes(tried, contextOf(world, options.renames)),
			({ finding }) => finding.file,
		);
		for (const [file, fixes] of byFile) {
			const before = left.filter((finding) => finding.file === file);
			const { kept, result } = tryFixes(file, fixes, before, world, isWanted);
			for (const fix of fixes) if (!kept.includes(fix)) refused.add(keyOf(fix.finding));
			if (!result) continue;
			const text = world.sources.get(file)?.text ?? '';
			for (const { finding, edits } of kept) mended.push({ finding, edits, text });
			changed.set(file, result);
		}
		isDone = changed.size === 0;
		if (isDone) break;
		world = replaced(world, changed);
		left = [...stillOpen(left, changed), ...graphFindings(world, options.asOf)].filter(isWanted);
	}
	return { mended, texts: changesOf(start, world), exhausted: !isDone };
}

/** All fixes of a file together; where they make it worse, those that are right by themselves. */
function tryFixes(
	file: string,
	fixes: readonly Fix[],
	before: readonly Finding[],
	world: World,
	isWanted: (finding: Finding) => boolean,
): { kept: readonly Fix[]; result: Recompiled | undefined } {
	const attempt = (some: readonly Fix[]): Recompiled | undefined => {
		const source = world.sources.get(file);
		if (!source || some.length === 0) return undefined;
		const text = applyEdits(
			source.text,
			some.flatMap(({ edits }) => edits),
		);
		const result = recompiled({ ...source, text }, world.config);
		return isWorse(before, result.findings.filter(isWanted)) ? undefined : result;
	};
	const all = attempt(fixes);
	if (all) return { kept: fixes, result: all };
	const right = fixes.filter((fix) => attempt([fix]));
	const together = attempt(right);
	return together ? { kept: right, result: together } : { kept: [], result: undefined };
}

function isWorse(before: readonly Finding[], after: readonly Finding[]): boolean {
	const count = (findings: readonly Finding[], code: string): number =>
		findings.filter((finding) => finding.code === code).length;
	return after.some(({ code }) => !UNCOVERED.has(code) && count(after, code) > count(before, code));
}

function replaced(world: World, changed: ReadonlyMap<string, Recompiled>): World {
	const documents = world.documents.map((each): Document => changed.get(each.file)?.document ?? each);
	const sources = new Map(world.sources);
	for (const [file, { source }] of changed) sources.set(file, source);
	return worldOf(world.config, documents, sources, world.assets);
}

/** Findings of documents by themselves: those of untouched files as they were, those of changed files anew. */
function stillOpen(left: readonly Finding[], changed: ReadonlyMap<string, Recompiled>): Finding[] {
	const untouched = left.filter(({ file, code }) => !changed.has(file) && !GRAPH_CODES.has(code));
	return [...untouched, ...[...changed.values()].flatMap(({ findings }) => findings)];
}

function graphFindings({ graph, config, assets, documents }: World, asOf: string): Finding[] {
	return unsuppressed(checkGraph({ graph, config, assets, asOf, isFile: isFileOf(config.root) }), documents);
}

function changesOf(start: World, end: World): ReadonlyMap<string, string> {
	const texts = new Map<string, string>();
	for (const [file, { text }] of end.sources)
		if (start.sources.get(file)?.text !== text) texts.set(file, text);
	return texts;
}

function inOrder(findings: readonly Finding[]): Finding[] {
	return [...findings].sort(
		(a, b) =>
			compareTexts(a.file, b.file) ||
			comparePoints(a.range.start, b.range.start) ||
			compareTexts(a.code, b.code),
	);
}

function keyOf({ file, code, range, params }: Finding): string {
	return JSON.stringify([file, code, range.start, params]);
}
