import type { ModdleElement } from 'bpmn-moddle';
import { isKindOf, textOf } from './access.ts';
import type { Surroundings } from './document.ts';
import { escaped, type Section } from './markdown.ts';
import type { PlannedPart } from './plan.ts';
import type { WrittenSteps } from './steps.ts';
import type { NodeDraft, ScopeDraft } from './types.ts';

/** The body: what the process is about, a section for every step that has words, messages, the other documents. */
export function sectionsOf(
	part: PlannedPart,
	scope: ScopeDraft,
	{ nodes, ids }: WrittenSteps,
	surroundings: Surroundings,
	titleOf: (part: PlannedPart) => string,
): Section[] {
	const { words, parts, idOf } = surroundings;
	const messages = messageLines(part, nodes, surroundings);
	const others = part.role === 'main' ? parts.filter((each) => each !== part) : [];
	return [
		{ heading: '', anchor: '', paragraphs: scope.texts.length > 0 ? scope.texts : [words.body] },
		...nodes
			.filter(({ texts }) => texts.length > 0)
			.map(({ element, name, texts }) => ({
				heading: name,
				anchor: ids.get(element) ?? '',
				paragraphs: texts,
			})),
		...listSection(words.messages, 'bpmn-messages', messages),
		...listSection(
			words.otherProcesses,
			'bpmn-processes',
			others.map((other) => `- [${escaped(titleOf(other))}](kb:${idOf(other)})`),
		),
	];
}

function listSection(heading: string, anchor: string, lines: readonly string[]): Section[] {
	return lines.length > 0 ? [{ heading, anchor, paragraphs: [], lines }] : [];
}

/** `- Customer → Check the order: Order` for each message that reaches this part, leaves it or has no other home. */
function messageLines(
	part: PlannedPart,
	nodes: readonly NodeDraft[],
	{ messages, parts }: Surroundings,
): string[] {
	const own = new Set<ModdleElement>([part.container, ...nodes.map(({ element }) => element)]);
	if (part.pool) own.add(part.pool);
	const homeless = (element: ModdleElement): boolean =>
		part === parts[0] && !parts.some((other) => isWithin(element, other.container) || element === other.pool);
	return messages
		.filter(({ from, to }) => own.has(from) || own.has(to) || (homeless(from) && homeless(to)))
		.map(({ name, from, to }) => {
			const way = `${escaped(placeName(from, own))} → ${escaped(placeName(to, own))}`;
			return `- ${way}${name === '' ? '' : `: ${escaped(name)}`}`;
		});
}

/** The name of a node, with its pool where it is in another one. */
function placeName(element: ModdleElement, own: ReadonlySet<ModdleElement>): string {
	const name = textOf(element, 'name') || textOf(element, 'id');
	if (own.has(element) || isKindOf(element, 'Participant')) return name;
	for (let up = element.$parent; up; up = up.$parent) {
		const pool = isKindOf(up, 'Process') ? textOf(up, 'name') : '';
		if (pool !== '') return `${pool}: ${name}`;
	}
	return name;
}

function isWithin(element: ModdleElement, container: ModdleElement): boolean {
	for (let up: ModdleElement | undefined = element; up; up = up.$parent) if (up === container) return true;
	return false;
}
