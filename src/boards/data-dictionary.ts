import { createHash } from 'node:crypto';
import { processModelOf } from '../../schemas/index.ts';
import type {
	CompileConfig,
	DataDictionary,
	DataObject,
	DataUseAt,
	DocumentGraph,
	LanguageTag,
	Step,
} from '../model/index.ts';
import { foldName, type NameGroups, nameGroups } from './data-names.ts';
import { type PlacedProcess, type PlacedStep, stepsOf, textsIn } from './process-set.ts';

/**
 * Data objects with the steps that create, read, change and delete them. One object is what the catalogue of
 * mainstay.yaml or the translations of one step call by several names; case and spaces make no difference.
 */
export function dataDictionary(
	processes: readonly PlacedProcess[],
	graph: DocumentGraph,
	config: CompileConfig,
): DataDictionary {
	const groups = nameGroups(config.dataObjects);
	const steps = stepsOf(processes);
	const translated = processes.flatMap((process) => translationsOf(process, graph, config));
	for (const { step } of steps) for (const { object } of step.data) groups.add(object);
	for (const { original, step } of translated) groups.align(original.data, step.data);
	const uses = usesByKey(steps, groups);
	const names = namesByKey([...steps.map(withLanguage), ...translated], groups);
	const keys = [...new Set([...uses.keys(), ...[...config.dataObjects.keys()].map(groups.keyOf)])];
	const objects = keys.map((key) => objectOf(key, uses.get(key) ?? [], names.get(key), config));
	const byKey = new Map(objects.map((object) => [object.key, object]));
	const byName = new Map<string, DataObject>();
	for (const name of groups.written()) {
		const object = byKey.get(groups.keyOf(name));
		if (object) byName.set(name, object);
	}
	return { objects, byName };
}

interface Use extends DataUseAt {
	readonly modules: readonly string[];
}

interface LocalStep {
	readonly lang: LanguageTag;
	readonly step: Step;
}

/** The same steps in the other languages of the process. */
function translationsOf(
	{ id, document, model }: PlacedProcess,
	graph: DocumentGraph,
	config: CompileConfig,
): (LocalStep & { readonly original: Step })[] {
	const originals = new Map(model.steps.map((step) => [step.id, step]));
	return [...(graph.byId.get(id)?.values() ?? [])]
		.filter((version) => version !== document)
		.flatMap((version) =>
			processModelOf(version.frontmatter, version.lang, config).steps.flatMap((step) => {
				const original = originals.get(step.id);
				return original ? [{ lang: version.lang, step, original }] : [];
			}),
		);
}

function withLanguage({ process, step }: PlacedStep): LocalStep {
	return { lang: process.document.lang, step };
}

function usesByKey(steps: readonly PlacedStep[], groups: NameGroups): Map<string, Use[]> {
	const uses = new Map<string, Use[]>();
	for (const { process, step } of steps) {
		const modules = textsIn(process.document, 'modules');
		for (const { object, access } of step.data) {
			const key = groups.keyOf(object);
			const list = uses.get(key) ?? [];
			uses.set(key, list);
			list.push({
				process: process.id,
				step: step.id,
				role: step.role,
				...(step.system === undefined ? {} : { system: step.system }),
				...(step.transaction === undefined ? {} : { transaction: step.transaction }),
				...(access === undefined ? {} : { access }),
				modules,
			});
		}
	}
	return uses;
}

/** The first name that documents of each language use. */
function namesByKey(
	steps: readonly LocalStep[],
	groups: NameGroups,
): ReadonlyMap<string, Readonly<Record<LanguageTag, string>>> {
	const names = new Map<string, Record<LanguageTag, string>>();
	for (const { lang, step } of steps) {
		for (const { object } of step.data) {
			const key = groups.keyOf(object);
			const known = names.get(key) ?? {};
			names.set(key, known);
			known[lang] ??= object;
		}
	}
	return names;
}

function objectOf(
	key: string,
	uses: readonly Use[],
	written: Readonly<Record<LanguageTag, string>> | undefined,
	config: CompileConfig,
): DataObject {
	const term = config.dataObjects.get(key);
	const systems = byFrequency(uses.flatMap(({ system }) => system ?? []));
	return {
		key,
		slug: slugOf(key),
		names: { ...written, ...term?.name },
		...(term?.description ? { description: term.description } : {}),
		systems: term?.system ? [...new Set([term.system, ...systems])] : systems,
		modules: byFrequency(uses.flatMap(({ modules }) => modules)),
		uses: uses.map(({ modules: _modules, ...use }) => use),
	};
}

/** The most frequent first; equals in order of first appearance. */
function byFrequency(keys: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
}

/** Letters and digits of any script, `.` and `_`, in words of one space: these names make addresses as they are. */
const PLAIN = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N}\p{M}._]+( [\p{L}\p{N}\p{M}._]+)*$/u;

/**
 * The address segment of an object. A plain name gives itself with `-` for spaces; any other gives what it has
 * of letters and digits, and after a `~`, which no plain name has, the start of its SHA-256. Two objects thus
 * never share one, and none changes because another object is added.
 */
export function slugOf(name: string): string {
	const folded = foldName(name);
	if (PLAIN.test(folded) && folded.length <= 60) return folded.replaceAll(' ', '-');
	const readable = folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-|-$/g, '');
	const digest = createHash('sha256').update(folded).digest('hex').slice(0, 8);
	return `${readable.slice(0, 40)}~${digest}`;
}
