import { processModelOf } from '../../../schemas/index.ts';
import { createOverlayBoard, type OverlayBoard } from '../../../src/boards/process-overlays.ts';
import { buildGraph } from '../../../src/graph/index.ts';
import {
	type Document,
	type DocumentKind,
	documentKey,
	type Frontmatter,
	type ProcessModel,
} from '../../../src/model/index.ts';
import { CONFIG, documentOf } from '../graph/documents.ts';

const KINDS: Readonly<Record<string, DocumentKind>> = {
	PR: 'process',
	LOG: 'system-log',
	RB: 'runbook',
	DN: 'dev-note',
};

/** A document of the kind that its id says. */
export function record(id: string, frontmatter: Frontmatter = {}, lang = 'zh-CN'): Document {
	const kind = KINDS[id.split('-')[0] ?? ''] ?? 'page';
	return documentOf({ file: `docs/${id}.${lang}.md`, id, kind, lang, frontmatter: { id, ...frontmatter } });
}

/** An incident at a step of PR-A-001, closed unless said otherwise. */
export function incident(id: string, frontmatter: Frontmatter = {}): Document {
	return record(id, {
		logType: 'incident',
		process: 'PR-A-001',
		step: 'pick',
		severity: 'S3',
		date: '2026-10-01',
		outcome: 'success',
		...frontmatter,
	});
}

export const STEPS = [
	{ id: 'start', name: 'Start', type: 'start' },
	{ id: 'pick', name: 'Pick', controls: ['C-1'] },
	{ id: 'ok', name: 'All there?', type: 'decision' },
	{ id: 'ship', name: 'Ship', runbooks: ['RB-A-001'], customisations: ['DN-A-001'], controls: ['C-2'] },
	{ id: 'end', name: 'End', type: 'end' },
];

export const CONTROLS = [
	{ id: 'C-1', name: 'Counted', type: 'detective' },
	{ id: 'C-2', name: 'Signed', type: 'preventive' },
	{ id: 'C-3', name: 'Audited' },
];

/** A process of five steps with what hangs on them, judged on 2026-11-22. */
export function boardOf(more: readonly Document[], process: Frontmatter = {}): OverlayBoard {
	const documents = [record('PR-A-001', { level: 3, steps: STEPS, controls: CONTROLS, ...process }), ...more];
	return createOverlayBoard({
		graph: buildGraph(documents, new Map(), CONFIG),
		models: new Map(
			documents
				.filter(({ kind }) => kind === 'process')
				.map((document): [string, { model: ProcessModel }] => [
					documentKey(document.id, document.lang),
					{ model: processModelOf(document.frontmatter, document.lang, CONFIG) },
				]),
		),
		reviewEvery: 'P6M',
		asOf: '2026-11-22',
	});
}
