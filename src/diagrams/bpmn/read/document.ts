import type { ModdleElement } from 'bpmn-moddle';
import type { DocumentId, Frontmatter, LanguageTag } from '../../../model/index.ts';
import { headFields, titleOf } from './fields.ts';
import type { BpmnImportOptions } from './import.ts';
import type { Lanes } from './lanes.ts';
import { documentText, type Remarks } from './markdown.ts';
import { mend } from './mend.ts';
import type { Message } from './messages.ts';
import type { Ledger } from './notes.ts';
import { opened } from './opened.ts';
import type { PlannedPart } from './plan.ts';
import { reduce } from './reduce.ts';
import type { RoleBook } from './roles.ts';
import { scopeOf } from './scope.ts';
import { sectionsOf } from './sections.ts';
import { settled } from './settle.ts';
import { writtenSteps } from './steps.ts';
import type { ImportedDocument, LaneDraft, NodeDraft, ScopeDraft } from './types.ts';
import type { ImportWords } from './words.ts';

/** What all documents of one import share. */
export interface Surroundings {
	readonly options: BpmnImportOptions;
	readonly parts: readonly PlannedPart[];
	readonly lang: LanguageTag;
	readonly words: ImportWords;
	readonly ledger: Ledger;
	readonly roles: RoleBook;
	readonly idOf: (part: PlannedPart) => DocumentId;
	readonly messages: readonly Message[];
	/** Of the main process, from a file of ours. */
	readonly fields: Frontmatter;
	/** Of the collaborations. */
	readonly artifacts: readonly ModdleElement[];
	/** The lanes of each process, read once. */
	readonly lanesOf: ReadonlyMap<ModdleElement, Lanes>;
}

/** One document from one part of the file. */
export function documentOf(part: PlannedPart, surroundings: Surroundings): ImportedDocument {
	const { ledger, words, options, roles, parts } = surroundings;
	const { lanes, outer } = laneContext(part, surroundings);
	const read = opened(scopeOf(part.container, lanes, outer, surroundings.artifacts, ledger), surroundings);
	const labelOf = (node: NodeDraft): string => eventLabel(node, words);
	const scope = withKnownData(mend(reduce(read, labelOf, ledger), words, ledger), surroundings);
	const written = writtenSteps(scope, (lane) => roles.keyOf(lane));
	const title = titleOf(part, surroundings);
	const laneKeys = [...new Set(scope.lanes.map((lane) => roles.keyOf(lane)).filter((key) => key !== ''))];
	const isWritten = (key: string): boolean => options.newRoles === 'write' || roles.isKnown(key);
	const steps = written.steps.map((step) => withoutRole(step, isWritten));
	// Lanes are whole or left out: beside them every step must have its role.
	const hasLanes = laneKeys.length > 0 && laneKeys.every(isWritten) && steps.every(({ role }) => role);
	const isKnown = (id: DocumentId): boolean =>
		options.isKnown(id) || parts.some((each) => surroundings.idOf(each) === id);
	const frontmatter = settled(
		{
			...headFields(part, title, scope, written, surroundings),
			...(hasLanes ? { lanes: laneKeys } : {}),
			steps,
		},
		withRoles(surroundings),
		isKnown,
		ledger,
	);
	const sections = sectionsOf(part, scope, written, surroundings, (each) => titleOf(each, surroundings));
	const remarks = hasLanes ? undefined : remarksOf(laneKeys, written.steps, isWritten);
	return {
		id: surroundings.idOf(part),
		title,
		lang: surroundings.lang,
		frontmatter,
		markdown: documentText(frontmatter, sections, remarks ?? { steps: new Map() }),
	};
}

/** The lanes of the process a part is in, and the lane of the subprocess it is the inside of. */
function laneContext(
	part: PlannedPart,
	surroundings: Surroundings,
): { lanes: Lanes; outer: LaneDraft | undefined } {
	const own = surroundings.lanesOf.get(part.container) ?? { lanes: [], laneOf: new Map() };
	if (!part.element || !part.inside) return { lanes: own, outer: undefined };
	const around = laneContext(part.inside, surroundings);
	return { lanes: own, outer: around.lanes.laneOf.get(part.element) ?? around.outer };
}

/** Data objects that the catalogue lacks stand in the step's own section until they are declared. */
function withKnownData(scope: ScopeDraft, { options, words, ledger }: Surroundings): ScopeDraft {
	const { dataObjects } = options.config;
	if (dataObjects.size === 0) return scope;
	const names = [...dataObjects.values()].flatMap(({ name }) => Object.values(name));
	const known = new Set([...dataObjects.keys(), ...names]);
	const nodes = scope.nodes.map((node) => {
		const unknown = node.data.filter(({ object }) => !known.has(object));
		if (unknown.length === 0) return node;
		const objects = unknown.map(({ object }) => object);
		for (const object of objects) ledger.say('data-unknown', object, node.name);
		const text = `${words.data}: ${objects.join(', ')}`;
		const data = node.data.filter(({ object }) => known.has(object));
		return { ...node, data, texts: [...node.texts, text] };
	});
	return { ...scope, nodes };
}

/** By the name of the event, else by its kind. */
function eventLabel({ name, element }: NodeDraft, words: ImportWords): string {
	if (name !== '') return name;
	const kinds: unknown = element.get?.('eventDefinitions');
	const type = Array.isArray(kinds) ? String((kinds[0] as ModdleElement | undefined)?.$type ?? '') : '';
	const kind = type
		.replace(/^bpmn:/, '')
		.replace(/EventDefinition$/, '')
		.toLowerCase();
	return words.events[kind] ?? words.events[''] ?? '';
}

/** The settings as they will be once the new roles are declared. */
function withRoles({ options, roles }: Surroundings): BpmnImportOptions['config'] {
	if (options.newRoles !== 'write' || options.config.roles.size === 0) return options.config;
	const added = roles.newRoles.map(({ key, label }) => [key, { '': label }] as const);
	return { ...options.config, roles: new Map([...options.config.roles, ...added]) };
}

function withoutRole(step: Frontmatter, isWritten: (key: string) => boolean): Frontmatter {
	const { role, ...rest } = step;
	return typeof role === 'string' && !isWritten(role) ? rest : step;
}

/** Lanes whose roles nobody declared yet, as comments: to be uncommented once they are. */
function remarksOf(
	lanes: readonly string[],
	steps: readonly Frontmatter[],
	isWritten: (key: string) => boolean,
): Remarks {
	if (lanes.length === 0) return { steps: new Map() };
	const bySteps = steps.flatMap(({ id, role }) =>
		typeof role === 'string' && !isWritten(role) ? [[String(id), ` role: ${role}`] as const] : [],
	);
	return { steps: new Map(bySteps), before: ` lanes: [${lanes.join(', ')}]` };
}
