import {
	frontmatterTerms,
	type ProcessFrontmatter,
	type RunbookFrontmatter,
	type SystemLogFrontmatter,
} from '../../schemas/index.ts';
import type { WorkspaceView } from '../../src/compiler/workspace/index.ts';
import type { Document, DocumentId, Link, Point, Reference, SourceRange } from '../../src/model/index.ts';
import { holds } from './positions.ts';

/** What something in a text stands for. Steps of processes and runbooks are anchors of their document. */
export type Goal =
	| { readonly type: 'document'; readonly id: DocumentId; readonly anchor?: string }
	| { readonly type: 'asset'; readonly path: string }
	| { readonly type: 'term'; readonly vocabulary: 'modules' | 'systems' | 'roles'; readonly key: string };

/** A place that names a goal, or declares it. */
export interface Mention {
	readonly goal: Goal;
	readonly range: SourceRange;
	readonly isDeclaration?: true;
	/** The reference that it is, where it is one. */
	readonly reference?: Reference;
}

/** Everything in a document that leads somewhere or is led to, in no order. */
export function mentionsOf(view: WorkspaceView, document: Document): Mention[] {
	return [...referenced(view, document), ...named(document), ...declared(view, document)];
}

/** What the cursor is at: the narrowest mention that holds it. */
export function mentionAt(view: WorkspaceView, document: Document, point: Point): Mention | undefined {
	const size = ({ range: { start, end } }: Mention): number =>
		(end.line - start.line) * 10_000 + end.column - start.column;
	return mentionsOf(view, document)
		.filter(({ range }) => holds(range, point))
		.sort((a, b) => size(a) - size(b) || Number(a.isDeclaration ?? 0) - Number(b.isDeclaration ?? 0))[0];
}

export function isSameGoal(a: Goal, b: Goal): boolean {
	if (a.type === 'document' && b.type === 'document') return a.id === b.id && a.anchor === b.anchor;
	if (a.type === 'asset' && b.type === 'asset') return a.path === b.path;
	return a.type === 'term' && b.type === 'term' && a.vocabulary === b.vocabulary && a.key === b.key;
}

function referenced(view: WorkspaceView, document: Document): Mention[] {
	return document.references.flatMap((reference) => {
		const goal = goalOf(view.resolve(document, reference), document);
		return goal ? [{ goal, range: reference.range, reference }] : [];
	});
}

function goalOf(link: Link, from: Document): Goal | undefined {
	switch (link.type) {
		case 'document':
			return { type: 'document', id: link.id, ...(link.anchor && { anchor: link.anchor }) };
		case 'asset':
			return { type: 'asset', path: link.path };
		case 'anchor':
			return { type: 'document', id: from.id, ...(link.anchor && { anchor: link.anchor }) };
		case 'missing': {
			const isNear = link.reason === 'anchor' || link.reason === 'wrong-kind';
			return isNear && link.actual !== undefined ? { type: 'document', id: link.actual } : undefined;
		}
		case 'external':
			return undefined;
	}
}

/** Steps and keys that fields name. */
function named(document: Document): Mention[] {
	const { positions, kind, frontmatter } = document;
	const at = (pointer: string, goal: Goal): Mention[] => {
		const range = positions[pointer]?.value;
		return range ? [{ goal, range }] : [];
	};
	const terms = frontmatterTerms(kind, frontmatter).flatMap(({ pointer, vocabulary, key }) =>
		at(pointer, { type: 'term', vocabulary, key }),
	);
	const steps = stepsNamed(document).flatMap(({ pointer, process, step }) =>
		at(pointer, { type: 'document', id: process, anchor: step }),
	);
	return [...terms, ...steps];
}

interface NamedStep {
	readonly process: DocumentId;
	readonly step: string;
	readonly pointer: string;
}

function stepsNamed({ id, kind, frontmatter }: Document): NamedStep[] {
	if (kind === 'process') {
		const { steps = [] } = frontmatter as ProcessFrontmatter;
		return steps.flatMap(({ next }, index): NamedStep[] => {
			const pointer = `/steps/${index}/next`;
			if (typeof next === 'string') return [{ process: id, step: next, pointer }];
			return (next ?? []).flatMap(({ to }, exit) =>
				to ? [{ process: id, step: to, pointer: `${pointer}/${exit}/to` }] : [],
			);
		});
	}
	if (kind === 'runbook') {
		const { processes = [] } = frontmatter as RunbookFrontmatter;
		return processes.flatMap(({ process, step }, index) =>
			process && step ? [{ process, step, pointer: `/processes/${index}/step` }] : [],
		);
	}
	if (kind !== 'system-log') return [];
	const { process, step } = frontmatter as SystemLogFrontmatter;
	return process && step ? [{ process, step, pointer: '/step' }] : [];
}

/** What the document itself is and holds: its id, its steps, its headings. */
function declared(view: WorkspaceView, document: Document): Mention[] {
	const { id, kind, positions } = document;
	const declaration = (range: SourceRange | undefined, anchor?: string): Mention[] =>
		range ? [{ goal: { type: 'document', id, ...(anchor && { anchor }) }, range, isDeclaration: true }] : [];
	const text = view.sources.get(document.file)?.text ?? '';
	const title = document.headings.find(({ depth }) => depth === 1);
	return [
		...(kind === 'page' ? [] : declaration(positions['/id']?.value)),
		...processSteps(document).flatMap(({ step, pointer }) =>
			declaration(positions[`${pointer}/id`]?.value, step),
		),
		...document.headings.flatMap((heading) =>
			// A page has no id to point at; its title stands for it.
			declaration(heading.range, kind === 'page' && heading === title ? undefined : heading.id),
		),
		...document.procedure.flatMap((step) => declaration(openingLine(step.range, text), step.id)),
	];
}

/** The steps of a process with their places. */
export function processSteps(document: Document): { step: string; name: string; pointer: string }[] {
	if (document.kind !== 'process') return [];
	const { steps = [] } = document.frontmatter as ProcessFrontmatter;
	return steps.flatMap(({ id, name }, index) =>
		id ? [{ step: id, name: name ?? id, pointer: `/steps/${index}` }] : [],
	);
}

/** Where an anchor of a document stands; undefined where the text does not show it. */
export function placeOfAnchor(document: Document, anchor: string): SourceRange | undefined {
	const step = processSteps(document).find((each) => each.step === anchor);
	return (
		document.headings.find(({ id }) => id === anchor)?.range ??
		document.procedure.find(({ id }) => id === anchor)?.range ??
		(step && document.positions[`${step.pointer}/id`]?.value)
	);
}

function openingLine({ start }: SourceRange, text: string): SourceRange {
	const length = text.split(/\r\n|\n|\r/, start.line)[start.line - 1]?.length ?? 0;
	return { start, end: { line: start.line, column: length + 1 } };
}
